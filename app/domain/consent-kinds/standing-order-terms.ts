import type { Money } from "../shared/money";
import type { Rhythm } from "./rhythm";

/** When and how much: alike for domestic and international standing orders. */
export interface StandingOrderTerms {
  readonly rhythm: Rhythm;
  readonly first: { readonly amount: Money; readonly on: Date };
  /** Every payment between the first and the last; without it they are as the first one, in the rhythm from its day. */
  readonly recurring?: { readonly amount: Money; readonly from?: Date };
  readonly final?: { readonly amount: Money; readonly on?: Date };
  /** Of all payments, the first and the final among them. Without it and without a final day they go on until stopped. */
  readonly count?: number;
}
