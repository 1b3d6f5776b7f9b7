import type { MandateOf } from "../core/mandates.ts";
import { badRequest } from "../gateway/refusal.ts";
import type { ConsumeConsent } from "./consent-consumption.ts";
import { makeDuePayments } from "./due-payments.ts";
import type { PaymentBook } from "./payment-book.ts";
import type { PaymentOrder } from "./payment-order.ts";
import type { PaymentOrders } from "./payment-orders.ts";
import type { SignatureBook } from "./signatures.ts";

export interface OrderDesk {
  readonly orders: PaymentOrders;
  readonly payments: PaymentBook;
  readonly consume: ConsumeConsent;
  readonly signatures: SignatureBook;
  readonly mandateOf: MandateOf;
  readonly now: () => Date;
}

export const notUsable = () =>
  badRequest("Resource.InvalidConsentStatus", "This consent cannot be used for a payment.");

/**
 * From `received` to an outcome, or to where the next signature is waited for. Each step may be done again: the claim on
 * the consent is the order's until it has an outcome.
 *
 * @param lives whether the consent to pay again and again does, as far as whoever asks knows: nobody consumes that one, so
 *   that it can have ended since the order was written down.
 * @throws Refusal 400 where the consent turned out not to be usable
 * @throws AuthorizationServerUnavailable where it could not be consumed; a repeat tries again
 */
export async function carryOut(
  desk: OrderDesk,
  order: PaymentOrder,
  interactionId: string,
  lives = true,
): Promise<PaymentOrder> {
  const { orders, payments, consume, now } = desk;
  if (order.status !== "received" && order.status !== "waiting") return order;
  if (order.status === "received") {
    const signed = await signaturesOf(desk, order);
    if (signed === "awaiting") return order;
    if (signed === "rejected") {
      await orders.reject(order.id, "DS02", now());
      return again(desk, order);
    }
    const isUsable =
      order.kind === "domestic_vrp" ? lives : (await consume(order.consentId, interactionId)) !== "not_usable";
    if (!isUsable) {
      await orders.drop(order.id);
      throw notUsable();
    }
    await orders.accept(order.id, now());
  }
  await makeDuePayments(payments, now(), order.id);
  return again(desk, order);
}

/**
 * What the consent app tells counts, where it has told something: it may know of more that is to be signed than this one
 * payment.
 */
async function signaturesOf({ signatures }: OrderDesk, { consentId, terms }: PaymentOrder) {
  const told = await signatures.of(consentId);
  return told?.state ?? (terms.signatures === undefined ? "complete" : "awaiting");
}

async function again({ orders }: OrderDesk, { id }: PaymentOrder): Promise<PaymentOrder> {
  const made = await orders.byId(id);
  if (!made) throw new Error("a payment order vanished while it was carried out");
  return made;
}
