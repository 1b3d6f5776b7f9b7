import type { AuthorityAwayView } from "../authority-away";
import type { SeenView } from "../consent-kinds/account-access";
import type { AccountAccessView, QuestionView } from "../consent-page-view";
import type { DashboardView } from "../dashboard-view";
import type { StatusView } from "../present-status";

/** One consent of a customer's own (D-04, D-06, D-17). */
export interface OwnConsentView extends DashboardView {
  readonly back: Way;
  readonly app: { readonly name: string; readonly monogram: string };
  readonly status: StatusView;
  /** What the customer should know first. */
  readonly notes: readonly string[];
  readonly authorityAway?: AuthorityAwayView;
  readonly dates: Labelled;
  /** What is agreed to. Absent where nobody told us. */
  readonly agreed?: AgreedView;
  readonly accounts: Labelled & { readonly note?: string };
  readonly meter?: MeterView;
  readonly payments?: UsesView;
  readonly questions?: UsesView;
  readonly used?: Labelled & { readonly activity?: ActivityView };
  readonly told?: {
    readonly title: string;
    readonly items: readonly { readonly what: string; readonly told: string }[];
  };
  readonly about: AboutView;
  readonly ways: {
    readonly title: string;
    readonly buttons: readonly Way[];
    readonly links: readonly Way[];
    readonly text: readonly string[];
  };
}

/** As the consent page says it, without the question. */
export type AgreedView = Exclude<QuestionView["subject"], AccountAccessView> | SeenView;

export interface Way {
  readonly label: string;
  readonly href: string;
}

/** Facts under one heading. */
export interface Labelled {
  readonly title: string;
  readonly items: readonly LabelledFact[];
}

export interface LabelledFact {
  readonly label: string;
  readonly value: string;
  /** How a screen reader says it, where that differs. */
  readonly spoken?: string;
  /** What can be done about it; `of` tells it from its like. */
  readonly way?: Way & { readonly of: string };
}

/** How much of each limit is used. */
export interface MeterView {
  readonly title: string;
  readonly limits: readonly {
    readonly text: string;
    readonly used: string;
    readonly resets: string;
    readonly percent: number;
  }[];
  /** In their place. */
  readonly unknown?: string;
}

/** What was done with a consent, newest first. */
export interface UsesView {
  readonly title: string;
  readonly items: readonly {
    readonly when: string;
    readonly what: string;
    readonly amount: string;
    readonly outcome: string;
  }[];
  /** In their place, or after them. */
  readonly note?: string;
}

/** Reads of each of the last weeks, oldest first, and in words. */
interface ActivityView {
  readonly weeks: readonly number[];
  readonly label: string;
}

/** Who the app is, as its register says (D-20). */
export interface AboutView extends Labelled {
  readonly asOf?: string;
  readonly text: readonly string[];
  /** To pages that are not ours. */
  readonly links: readonly (Way & { readonly opens: string })[];
}
