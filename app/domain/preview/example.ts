import type { AccountReference } from "../consent-kinds/payment-terms";
import type { CustomerId } from "../shared/ids";
import type { Money } from "../shared/money";

/**
 * A few rows of a customer's own data, to show them what they would share (P-05). Shown to that customer and to nobody
 * else: never logged, never kept, never sent on.
 */
export interface Example {
  readonly transactions: readonly ExampleTransaction[];
  readonly payees: readonly { readonly name: string; readonly number?: AccountReference }[];
  readonly standingOrders: readonly ExampleOrder[];
  readonly directDebits: readonly { readonly collector: string; readonly last?: Money; readonly lastOn?: Date }[];
  readonly scheduledPayments: readonly ExampleOrder[];
  readonly statements: readonly ExampleStatement[];
  readonly products: readonly string[];
  readonly offers: readonly string[];
  readonly parties: readonly ExampleParty[];
}

export interface ExampleTransaction {
  readonly bookedAt: Date;
  readonly direction: "in" | "out";
  readonly amount: Money;
  /** Who paid or was paid, and what for. Detail alone gives them, and the balance. */
  readonly party?: string;
  readonly text?: string;
  readonly balanceAfter?: Money;
}

/** Of a standing order the next payment, of a scheduled one the only one. */
export interface ExampleOrder {
  readonly amount: Money;
  readonly on: Date;
  readonly number?: AccountReference;
}

export interface ExampleStatement {
  readonly from: Date;
  readonly to: Date;
  readonly closing?: Money;
}

export interface ExampleParty {
  readonly customer: CustomerId;
  readonly name: string;
  readonly email?: string;
  readonly phone?: string;
}

/** An example is no list: so many rows of each kind tell what is meant. */
export const EXAMPLE_ROWS = 3;

export const NO_EXAMPLE: Example = {
  transactions: [],
  payees: [],
  standingOrders: [],
  directDebits: [],
  scheduledPayments: [],
  statements: [],
  products: [],
  offers: [],
  parties: [],
};
