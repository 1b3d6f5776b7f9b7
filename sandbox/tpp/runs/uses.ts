import type { Order } from "../order/order.ts";
import { readAccountInformation, readAccounts } from "../steps/account-information.ts";
import { askBeforeOrder, askBeforePayment, askForIssuer, type Question } from "../steps/funds-answer.ts";
import { placeOrder, readOrder } from "../steps/payment-order.ts";
import { payWithinLimits, readLastPayment } from "../steps/vrp-payment.ts";
import type { Walk } from "./walk.ts";

/** What a TPP does with a consent that it was given. */
interface Use<Of extends Order> {
  /** At once. */
  first(walk: Walk, order: Of): Promise<void>;
  /** The same reads once more, with the same token. */
  again(walk: Walk, order: Of): Promise<void>;
  /** With the old token, after the consent is gone. */
  after?(walk: Walk, order: Of): Promise<void>;
  /** Later, as often as somebody wants to. */
  readonly acts?: Readonly<Partial<Record<ActName, (walk: Walk, order: Of, question: Question) => Promise<void>>>>;
}

export type ActName = "pay" | "ask";

const nothing = async () => {};

const oneOrder = {
  async first(walk: Walk) {
    await placeOrder(walk);
    await readOrder(walk);
  },
  again: readOrder,
};

/** Kinds of which the standard lets a TPP ask first; the bank's word does not keep it from ordering. */
const orderAfterAsking = {
  async first(walk: Walk) {
    await askBeforeOrder(walk);
    await oneOrder.first(walk);
  },
  again: readOrder,
};

const USES: { readonly [Kind in Order["kind"]]: Use<Extract<Order, { kind: Kind }>> } = {
  account_access: {
    first: readAccountInformation,
    again: readAccountInformation,
    after: (walk) => readAccounts(walk, "accountsAfter"),
  },
  domestic_payment: orderAfterAsking,
  domestic_scheduled_payment: oneOrder,
  domestic_standing_order: oneOrder,
  file_payment: oneOrder,
  international_payment: orderAfterAsking,
  international_scheduled_payment: orderAfterAsking,
  international_standing_order: oneOrder,
  domestic_vrp: {
    first: nothing,
    again: readLastPayment,
    acts: {
      pay: (walk, order, { amount }) => payWithinLimits(walk, order, amount),
      ask: (walk, _order, question) => askBeforePayment(walk, question),
    },
    after: (walk, order) => payWithinLimits(walk, order, "1.00"),
  },
  funds_confirmation: {
    first: nothing,
    again: nothing,
    acts: { ask: (walk, _order, question) => askForIssuer(walk, question) },
    after: (walk) => askForIssuer(walk, { amount: "1.00", reference: "After the end" }),
  },
};

/** What can be done with the consent of `order`. */
export function usageOf<Of extends Order>(order: Of): Use<Of> {
  // As in the registry of kinds: each kind has its own, which the type cannot follow from `order.kind`.
  return USES[order.kind] as unknown as Use<Of>;
}

/** What `order` allows again and again. */
export const actsOf = (order: Order): readonly ActName[] => Object.keys(USES[order.kind].acts ?? {}) as ActName[];
