import type { StaffNotice } from "./staff-notices";
import type { StandingView } from "./standing-view";

/** All consents that staff look for: one page of them, and how they were found. */
export interface ConsentListView {
  readonly box: SearchBoxView;
  readonly notices: readonly StaffNotice[];
  /** What is listed, as a sentence of parts that can each be taken away. */
  readonly chips: readonly ChipView[];
  /** "1,204 consents" */
  readonly counted: string;
  /** What else the text can be taken for. */
  readonly also: readonly LinkView[];
  readonly form: SearchFormView;
  readonly rows: readonly ConsentLine[];
  readonly nothing: string;
  readonly order: "asked" | "changed" | "ends";
  /** Where the list is in another order; absent where no index has it. */
  readonly orders: { readonly asked?: string; readonly changed?: string };
  readonly look: LookView;
  readonly previous?: string;
  readonly next?: string;
  readonly saved: readonly LinkView[];
  readonly save: SaveView;
  /** Where the list is taken away as a file, for whoever may. */
  readonly exportHref?: string;
  /** The search by which all of it can be listed to be revoked, for whoever may. */
  readonly revokes?: string;
}

export interface SearchBoxView {
  readonly text: string;
  /** By which the list is narrowed already, and stays so. */
  readonly within: string;
}

export interface ChipView {
  /** "of customers named like" */
  readonly words: string;
  /** From outside, and so apart from the words. */
  readonly value?: string;
  /** The same list without it. */
  readonly without: string;
}

export interface LinkView {
  readonly href: string;
  readonly label: string;
}

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly chosen: boolean;
}

export interface SearchFormView {
  /** What the form keeps without asking for it. */
  readonly kept: readonly (readonly [name: string, value: string])[];
  readonly kinds: readonly Choice[];
  readonly statuses: readonly Choice[];
  /** None when there are too many to choose from. */
  readonly tpps: readonly Choice[];
  readonly ranges: readonly {
    readonly name: string;
    readonly label: string;
    readonly from: string;
    readonly to: string;
  }[];
  readonly open: boolean;
}

export interface ConsentLine {
  readonly id: string;
  readonly href: string;
  readonly customer?: { readonly id: string; readonly name?: string; readonly href: string };
  readonly tpp: string;
  readonly kind: string;
  readonly status: StandingView;
  readonly accounts: string;
  readonly asked: string;
  readonly granted: string;
  readonly changed: string;
  readonly ends: string;
}

export interface LookView {
  readonly columns: readonly Choice[];
  readonly hidden: readonly string[];
  readonly comfortable: boolean;
  /** The list to come back to. */
  readonly back: string;
}

/** A search can be kept unless it names somebody. */
export type SaveView = { readonly can: true; readonly query: string } | { readonly can: false; readonly why: string };
