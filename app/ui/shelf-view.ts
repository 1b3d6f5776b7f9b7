import type { AuthorityAwayView } from "./authority-away";
import type { DashboardView } from "./dashboard-view";
import type { StatusView } from "./present-status";

/** A customer's lists: what goes on, what needs them, what they paid, what has ended. */
export interface ShelfView extends DashboardView {
  readonly tabs: WaysView;
  readonly intro: string;
  /** What cannot be shown at the moment. */
  readonly away?: string;
  readonly authorityAway?: AuthorityAwayView;
  /** What does not go on without the customer. */
  readonly action?: ActionView;
  /** What the customer has answered, and others have not. */
  readonly others?: ActionView;
  readonly by?: WaysView;
  readonly find?: FindView;
  /** By app or by account. */
  readonly groups?: { readonly title?: string; readonly items: readonly GroupView[]; readonly more?: LinkView };
  readonly rows?: { readonly title?: string; readonly items: readonly RowView[] };
  /** In the place of groups and rows. */
  readonly nothing?: { readonly title: string; readonly teach?: string; readonly all?: LinkView };
  readonly pages?: { readonly label: string; readonly newer?: LinkView; readonly older?: LinkView };
  /** Beside what goes on (D-10). */
  readonly stopEverything?: LinkView;
  /** What they signed of what others asked for (D-14). */
  readonly signed?: LinkView;
  /** To take it along (D-27). */
  readonly take: LinkView;
  readonly idle: string;
}

export interface LinkView {
  readonly label: string;
  readonly href: string;
  /** Said after the label, where several links on a page have the same. */
  readonly of?: string;
}

export interface WaysView {
  readonly label: string;
  readonly items: readonly (LinkView & { readonly isHere: boolean; readonly count?: string })[];
}

export interface ActionView {
  readonly title: string;
  readonly items: readonly { readonly id: string; readonly link: LinkView; readonly note: string }[];
  readonly more?: LinkView;
}

export interface FindView {
  readonly label: string;
  /** The state of the list that is no field. */
  readonly kept: readonly { readonly name: string; readonly value: string }[];
  readonly text: { readonly label: string; readonly value: string };
  readonly choices: readonly {
    readonly name: string;
    readonly label: string;
    readonly options: readonly { readonly value: string; readonly label: string }[];
    readonly value: string;
  }[];
  readonly search: string;
  /** Where only some are shown. */
  readonly all?: LinkView;
}

export interface GroupView {
  readonly id: string;
  readonly title: string;
  /** Of an app. */
  readonly monogram?: string;
  /** Of an account. */
  readonly number?: { readonly shown: string; readonly spoken: string };
  /** What a customer should know of an app before anything of it. */
  readonly notes: readonly string[];
  readonly rows: readonly RowView[];
  readonly more?: LinkView;
  readonly stopAll?: LinkView;
}

export interface RowView {
  readonly id: string;
  readonly title: LinkView;
  /** What tells it from others of its kind. */
  readonly gist?: string;
  /** Where the row stands in no group of its app. */
  readonly app?: { readonly name: string; readonly monogram?: string };
  readonly status: StatusView;
  readonly accounts: readonly AccountMention[];
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly notes: readonly string[];
  /** Reads of each of the last weeks, oldest first, and in words. */
  readonly activity?: { readonly weeks: readonly number[]; readonly label: string };
  /** To go on with what is paused, and to stop it: one press away. */
  readonly ways: readonly LinkView[];
}

/** The name of an account, and the end of its number where the account is known. */
export interface AccountMention {
  readonly name: string;
  readonly number?: { readonly shown: string; readonly spoken: string };
}
