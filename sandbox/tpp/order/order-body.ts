import { kindOf } from "./kinds/index.ts";
import type { Order } from "./order.ts";
import type { IntentBody, Origin } from "./order-kind.ts";

/** The body of a payment order: `Initiation` and `Risk` exactly as consented (else 400, U008). */
export function paymentOrderBody(order: Order, origin: Origin, consentId: string): IntentBody {
  const { Data, Risk } = kindOf(order).intent(order, origin);
  return { Data: { ConsentId: consentId, Initiation: Data.Initiation }, ...(Risk ? { Risk } : {}) };
}
