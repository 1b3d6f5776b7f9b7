import type { CrossBorderTerms } from "./cross-border-terms";
import type { PaymentTerms } from "./payment-terms";
import type { StandingOrderTerms } from "./standing-order-terms";

/** Payments to another country, again and again (UK international-standing-order-consents). No rate is known for them. */
export interface InternationalStandingOrder extends PaymentTerms, CrossBorderTerms, StandingOrderTerms {
  readonly kind: "international-standing-order";
}
