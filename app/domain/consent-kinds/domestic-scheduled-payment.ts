import { bankDayOf } from "../shared/bank-day";
import type { Money } from "../shared/money";
import type { PaymentTerms } from "./payment-terms";

/** One payment within the country, on a day to come (UK domestic-scheduled-payment-consents). */
export interface DomesticScheduledPayment extends PaymentTerms {
  readonly kind: "domestic-scheduled-payment";
  readonly amount: Money;
  /** `RequestedExecutionDateTime`. Only its day counts, in the bank's time zone. */
  readonly executeOn: Date;
}

/** Whether a payment can still be made on that day. */
export const isDayToCome = (on: Date, now: Date): boolean => bankDayOf(on) >= bankDayOf(now);
