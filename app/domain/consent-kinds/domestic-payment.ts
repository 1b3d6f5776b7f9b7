import type { Money } from "../shared/money";
import { areReadable, type PaymentTerms } from "./payment-terms";

/** One payment within the country, now (UK domestic-payment-consents). */
export interface DomesticPayment extends PaymentTerms {
  readonly kind: "domestic-payment";
  readonly amount: Money;
}

/** Whether somebody can agree to it: there is something to pay, to an account that reads as what it is. */
export const canBePaid = (payment: Pick<DomesticPayment, "amount" | "payee" | "charges" | "debtor">): boolean =>
  payment.amount.minor > 0n && areReadable(payment);
