import type { Cluster } from "~/domain/permissions/clusters";
import type { DashboardView } from "./dashboard-view";

/** What an app really read (D-05, B-03). */
export interface ReadsView extends DashboardView {
  readonly back: LinkView;
  readonly intro: string;
  /** Up to when everything is here. */
  readonly told: string;
  /** Nothing was heard for so long that something may be missing. */
  readonly isLate: boolean;
  /** The last weeks, where there was a read at all. */
  readonly activity?: { readonly title: string; readonly weeks: readonly number[]; readonly label: string };
  readonly last?: { readonly title: string; readonly items: readonly { label: string; value: string }[] };
  /** Not used for long: what can be done. */
  readonly unused?: { readonly text: string; readonly stop: LinkView };
  readonly filter?: FilterView;
  readonly daysTitle: string;
  readonly days: readonly ReadDayView[];
  /** In the place of days. */
  readonly nothing?: { readonly text: string; readonly teach?: string };
  readonly pages: readonly LinkView[];
  readonly save?: LinkView;
}

export interface LinkView {
  readonly label: string;
  readonly href: string;
}

export interface FilterView {
  readonly label: string;
  readonly options: readonly (LinkView & { readonly isHere: boolean })[];
}

export interface ReadDayView {
  readonly day: string;
  readonly title: string;
  readonly reads: readonly ReadRowView[];
}

export interface ReadRowView {
  readonly id: string;
  readonly cluster?: Cluster;
  readonly what: string;
  readonly account?: string;
  readonly times: string;
  /** Absent for what belongs to no account: nobody counts it. */
  readonly records?: string;
  readonly how: string;
}
