import type { DashboardView } from "../dashboard-view";
import type { ChangeTag } from "../facts-view";
import type { Way } from "./own-consent-view";

/** Every change of one consent, newest first, and what differs between two of them (D-06). */
export interface HistoryView extends DashboardView {
  readonly back: Way;
  readonly items: readonly {
    readonly version: string;
    readonly what: string;
    readonly why?: string;
    /** Those that left. */
    readonly accounts?: readonly string[];
    readonly who: string;
    readonly when: string;
    readonly page?: Way;
    readonly receipt?: Way;
  }[];
  /** Absent where there is but one version. */
  readonly compare?: {
    readonly title: string;
    readonly from: ChoiceView;
    readonly to: ChoiceView;
    readonly go: string;
  };
  readonly compared?: {
    readonly title: string;
    readonly rows: readonly { readonly text: string; readonly tag: ChangeTag }[];
    /** In their place. */
    readonly same?: string;
  };
}

export interface ChoiceView {
  readonly name: string;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string; readonly isChosen: boolean }[];
}
