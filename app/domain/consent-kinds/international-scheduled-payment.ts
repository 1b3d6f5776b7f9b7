import type { Money } from "../shared/money";
import type { Exchange } from "./conversion";
import type { CrossBorderTerms } from "./cross-border-terms";
import type { PaymentTerms } from "./payment-terms";

/** One payment to another country or in another currency, on a day to come (UK international-scheduled-payment-consents). */
export interface InternationalScheduledPayment extends PaymentTerms, CrossBorderTerms {
  readonly kind: "international-scheduled-payment";
  readonly amount: Money;
  readonly executeOn: Date;
  readonly exchange?: Exchange;
}
