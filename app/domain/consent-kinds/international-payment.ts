import type { Money } from "../shared/money";
import type { Exchange } from "./conversion";
import type { CrossBorderTerms } from "./cross-border-terms";
import type { PaymentTerms } from "./payment-terms";

/** One payment to another country or in another currency, now (UK international-payment-consents). */
export interface InternationalPayment extends PaymentTerms, CrossBorderTerms {
  readonly kind: "international-payment";
  readonly amount: Money;
  readonly exchange?: Exchange;
}
