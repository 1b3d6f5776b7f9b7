import type { Day } from "./day.ts";
import type { Minor } from "./money.ts";

/** What moved the money. `gateway/` gives each its bank transaction code in each version of the standard. */
export type EntryKind =
  | "card"
  | "direct_debit"
  | "standing_order"
  | "transfer_in"
  | "transfer_out"
  | "salary"
  | "interest"
  | "charge";

export interface Party {
  readonly name: string;
  /** Absent for merchants and for the bank itself. */
  readonly number?: string;
  /** What `number` is, in the standard's words; sort code and account number unless said. */
  readonly scheme?: string;
  /** ISO 18245 merchant category; present for merchants only. */
  readonly category?: string;
}

export interface CurrencyExchange {
  readonly source: string;
  readonly target: string;
  readonly rate: number;
}

/** One movement on one account. */
export interface Entry {
  readonly id: string;
  readonly accountId: string;
  /** When the customer did it; a card purchase stays pending until it is booked. */
  readonly madeAt: Date;
  readonly bookedAt: Date;
  readonly amount: Minor;
  readonly kind: EntryKind;
  readonly counterparty: Party;
  readonly text: string;
  readonly exchange?: CurrencyExchange;
}

/** Something that happens on the same day of every month. */
export interface Regular {
  readonly dayOfMonth: number;
  /** A range where the bill differs from month to month. Negative goes out. */
  readonly amount: Minor | readonly [Minor, Minor];
  readonly kind: EntryKind;
  readonly party: Party;
  readonly text: string;
  readonly exchange?: CurrencyExchange;
}

/** How an account is used. */
export interface Profile {
  /** What is on it when a month begins. */
  readonly opening: Minor;
  readonly regular: readonly Regular[];
  readonly purchases?: {
    /** In a hundred days. */
    readonly per100Days: number;
    readonly amount: readonly [Minor, Minor];
    readonly merchants: readonly [Party, ...Party[]];
  };
  /**
   * Where the month's surplus goes, or its deficit comes from, on the last evening. It takes the balance back to
   * `opening`, so that the balance of any day follows from its own month, however long the history grows.
   */
  readonly settlesWith: { readonly accountId: string } | { readonly party: Party };
  readonly closedOn?: Day;
}
