import type { AccountRow } from "../account-choice-view";
import type { DashboardView } from "../dashboard-view";

/** A page on which a customer stops, pauses or reports something: what it means and two answers, or what came of it. */
export interface StoppingPageView extends DashboardView {
  readonly is: "question" | "under-way" | "result" | "message";
  readonly problem?: { readonly title: string; readonly message: string; readonly href: string };
  readonly lead?: string;
  readonly accounts?: AccountsView;
  readonly points: readonly string[];
  readonly groups?: readonly StoppedGroup[];
  readonly facts?: readonly { readonly label: string; readonly value: string }[];
  readonly form?: StoppingForm;
  readonly links: readonly LinkView[];
  /** What stands at the end, smaller. */
  readonly notes: readonly string[];
}

export interface LinkView {
  readonly label: string;
  readonly href: string;
}

/** By name, or only how many while the bank does not say their names. */
export type AccountsView = { readonly rows: readonly Omit<AccountRow, "balance" | "chosen">[] } | string;

/** Everything of one app. */
export interface StoppedGroup {
  readonly id: string;
  readonly app: string;
  readonly items: readonly { readonly id: string; readonly what: string; readonly detail: string }[];
}

export interface StoppingForm {
  /** Made for this page: whoever sends it twice asks once. */
  readonly key: string;
  readonly choice?: ChoiceView;
  readonly tick?: string;
  readonly yes: string;
  readonly no: LinkView;
}

/** One of a few; none is chosen beforehand. */
export interface ChoiceView {
  readonly name: "reason" | "pause";
  readonly title: string;
  readonly hint?: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}
