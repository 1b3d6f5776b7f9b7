import type { Money } from "../shared/money";

/** A payment that the bank makes or made with a consent. */
export interface PaymentMade {
  /** When it is due, or what became of it was decided. */
  readonly at: Date;
  readonly amount: Money;
  /** Hostile text. */
  readonly payee: string;
  readonly status: "waiting" | "settled" | "rejected";
}

/** A question whether there is enough money, and what it was told. */
export interface FundsAnswer {
  readonly at: Date;
  readonly amount: Money;
  readonly available: boolean;
}

/** The newest of them, and how many there are in all. */
export interface Newest<T> {
  readonly items: readonly T[];
  readonly total: number;
}
