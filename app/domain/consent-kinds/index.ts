import type { AccountAccess } from "./account-access";
import type { DomesticPayment } from "./domestic-payment";

/** What a customer can be asked to agree to. Adding a kind here makes the compiler name every place that lacks it. */
export type ConsentSubject = AccountAccess | DomesticPayment;

export type ConsentKind = ConsentSubject["kind"];

/** How many accounts a decision of this kind may name. Payments leave from exactly one (S-11). */
export const ACCOUNT_CHOICE = {
  "account-access": "at-least-one",
  "domestic-payment": "exactly-one",
} as const satisfies Record<ConsentKind, "at-least-one" | "exactly-one">;
