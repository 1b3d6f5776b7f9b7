import { z } from "zod";
import {
  DEBTOR_GROUP,
  DEBTOR_IN_HALF,
  debtorIsWhole,
  identifications,
  joinDebtor,
  remittance,
  TO_A_THIRD_PARTY,
} from "../domestic-terms.ts";
import {
  acrossTheBorder,
  exchangeRate,
  INTERNATIONAL_DEFAULTS,
  internationalFields,
  MONEY_GROUP,
  PAYEE_ABROAD_GROUP,
  RATE_GROUP,
  rateFields,
} from "../international-terms.ts";
import type { OrderKind, OrderOf } from "../order-kind.ts";

const shape = z
  .object({ ...internationalFields, ...rateFields })
  .refine(debtorIsWhole, DEBTOR_IN_HALF)
  .transform(joinDebtor);

export type InternationalPaymentOrder = OrderOf<"international_payment", typeof shape>;

/** One payment across a border, at once (OBWriteInternationalConsent5). */
export const internationalPayment: OrderKind<InternationalPaymentOrder> = {
  name: "Payment abroad",
  allowed: "the payment abroad",
  scope: "payments",
  intents: "/pisp/international-payment-consents",
  signed: true,
  lasts: false,
  orders: { path: "/pisp/international-payments", id: "InternationalPaymentId" },
  shape,
  groups: [MONEY_GROUP, RATE_GROUP, PAYEE_ABROAD_GROUP, DEBTOR_GROUP],
  defaults: () => ({ ...INTERNATIONAL_DEFAULTS, rateType: "Actual" }),
  brief: (order) => ({ payee: order.payeeName, amount: `${order.amount} ${order.currency}` }),
  intent: (order, { id }) => ({
    Data: {
      Initiation: {
        ...identifications(id),
        InstructionPriority: "Normal",
        ...acrossTheBorder(order),
        ...exchangeRate(order),
        ...remittance(order.apiVersion, order.reference),
      },
    },
    Risk: TO_A_THIRD_PARTY,
  }),
};
