import type { PaymentTerms } from "./payment-terms";
import type { StandingOrderTerms } from "./standing-order-terms";

/** Payments within the country, again and again (UK domestic-standing-order-consents). */
export interface DomesticStandingOrder extends PaymentTerms, StandingOrderTerms {
  readonly kind: "domestic-standing-order";
}
