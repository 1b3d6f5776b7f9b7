import type { AccountRow } from "./account-choice-view";
import type { Note, PartiesView, QuestionView } from "./consent-page-view";
import type { DashboardView } from "./dashboard-view";
import type { RowView, ShelfView } from "./shelf-view";

/** What a customer signed of what others asked for. */
export interface SignedView extends DashboardView, Pick<ShelfView, "pages"> {
  readonly rows: readonly RowView[];
  /** In the place of rows. */
  readonly nothing?: { readonly title: string; readonly teach: string };
}

/** A request that several sign, for one of them: to answer, or with what became of it. */
export interface SigningPageView extends DashboardView {
  /** What became of it, or of the last answer. */
  readonly message?: Note;
  /** What the first signer was asked. */
  readonly request?: {
    readonly subject: QuestionView["subject"];
    readonly parties: PartiesView;
    /** Who said yes before, to whoever has not. */
    readonly intro?: string;
    readonly account: { readonly title: string; readonly rows: readonly Omit<AccountRow, "chosen">[] };
    readonly who: { readonly title: string; readonly progress: string; readonly people: readonly string[] };
  };
  /** Only for who can answer. */
  readonly answer?: {
    readonly after: string;
    /** Absent for whoever has signed: all they can do is take it back. */
    readonly sign?: string;
    readonly refuse: string;
    readonly due?: string;
  };
}
