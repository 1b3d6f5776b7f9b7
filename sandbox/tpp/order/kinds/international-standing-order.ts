import { z } from "zod";
import { DEBTOR_GROUP, DEBTOR_IN_HALF, debtorIsWhole, joinDebtor, TO_A_THIRD_PARTY } from "../domestic-terms.ts";
import {
  acrossTheBorder,
  INTERNATIONAL_DEFAULTS,
  internationalFields,
  MONEY_GROUP,
  PAYEE_ABROAD_GROUP,
} from "../international-terms.ts";
import type { OrderKind, OrderOf } from "../order-kind.ts";
import { RHYTHM_GROUP, repetition, rhythmDefaults, rhythmFields, rhythmLabel } from "../standing-order-terms.ts";

const shape = z
  .object({ ...internationalFields, ...rhythmFields })
  .refine(debtorIsWhole, DEBTOR_IN_HALF)
  .transform(joinDebtor);

export type InternationalStandingOrderOrder = OrderOf<"international_standing_order", typeof shape>;

/** The same payment across a border again and again (OBWriteInternationalStandingOrderConsent6). */
export const internationalStandingOrder: OrderKind<InternationalStandingOrderOrder> = {
  name: "Standing order abroad",
  allowed: "the standing order abroad",
  scope: "payments",
  intents: "/pisp/international-standing-order-consents",
  signed: true,
  lasts: false,
  orders: { path: "/pisp/international-standing-orders", id: "InternationalStandingOrderId" },
  shape,
  groups: [MONEY_GROUP, RHYTHM_GROUP, PAYEE_ABROAD_GROUP, DEBTOR_GROUP],
  defaults: () => ({ ...INTERNATIONAL_DEFAULTS, ...rhythmDefaults() }),
  brief: (order) => ({ payee: order.payeeName, amount: `${order.amount} ${order.currency}, ${rhythmLabel(order)}` }),
  intent: (order) => ({
    Data: {
      Permission: "Create",
      Initiation: { ...repetition(order.apiVersion, order), ...acrossTheBorder(order) },
    },
    Risk: TO_A_THIRD_PARTY,
  }),
};
