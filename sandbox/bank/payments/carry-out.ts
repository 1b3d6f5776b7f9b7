import type { MandateOf } from "../core/mandates.ts";
import { badRequest, Refusal } from "../gateway/refusal.ts";
import type { Consents } from "./consents.ts";
import { makeDuePayments } from "./due-payments.ts";
import type { PaymentBook } from "./payment-book.ts";
import type { PaymentOrder, RejectionReason } from "./payment-order.ts";
import type { PaymentOrders } from "./payment-orders.ts";
import type { SignatureBook } from "./signatures.ts";
import { checkPeriods, isInTime, limitsOf } from "./vrp-limits.ts";

export interface OrderDesk {
  readonly orders: PaymentOrders;
  readonly payments: PaymentBook;
  readonly consents: Consents;
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
  const { orders, payments, consents, now } = desk;
  if (order.status !== "received" && order.status !== "waiting") return order;
  if (order.status === "received") {
    const signed = await signaturesOf(desk, order);
    if (signed === "awaiting") return order;
    if (signed === "rejected") {
      await orders.reject(order.id, "DS02", now());
      return again(desk, order);
    }
    const isVrp = order.kind === "domestic_vrp";
    const isUsable = isVrp ? lives : (await consents.consume(order.consentId, interactionId)) !== "not_usable";
    if (!isUsable) {
      await orders.drop(order.id);
      throw notUsable();
    }
    const reason =
      isVrp && order.terms.signatures !== undefined ? await acceptLate(desk, order, interactionId) : undefined;
    if (reason) {
      await orders.reject(order.id, reason, now());
      return again(desk, order);
    }
    await orders.accept(order.id, now());
  }
  await makeDuePayments(payments, now(), order.id);
  return again(desk, order);
}

/**
 * Accepts a payment within limits that waited for signatures, as of now: while it waited its consent may have ended or
 * been paused, and the limits of these days may have been used by others.
 *
 * @returns why it cannot be, where it cannot
 * @throws AuthorizationServerUnavailable
 */
async function acceptLate(
  { orders, consents, now }: OrderDesk,
  { id, consentId, terms }: PaymentOrder,
  interactionId: string,
): Promise<RejectionReason | undefined> {
  const at = now();
  const limits = terms.limits && limitsOf(terms.limits);
  const [payment] = await orders.paymentsOf(id);
  if (!limits || !payment || !isInTime(limits, at)) return "MD01";
  if (!(await consents.isInForce(consentId, at, interactionId))) return "MD01";
  try {
    await orders.acceptLate(id, consentId, at, (sum) => checkPeriods(limits, payment, at, sum));
  } catch (error) {
    if (error instanceof Refusal) return "AM14";
    throw error;
  }
  return undefined;
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
