import { z } from "zod";
import {
  at,
  DEBTOR_GROUP,
  DEBTOR_IN_HALF,
  debtorIsWhole,
  identifications,
  joinDebtor,
  remittance,
  TO_A_THIRD_PARTY,
} from "../domestic-terms.ts";
import { inDays } from "../field.ts";
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
import { date } from "../shape.ts";

const shape = z
  .object({ ...internationalFields, ...rateFields, executeOn: date })
  .refine(debtorIsWhole, DEBTOR_IN_HALF)
  .transform(joinDebtor);

export type InternationalScheduledPaymentOrder = OrderOf<"international_scheduled_payment", typeof shape>;

/** One payment across a border, on a day to come (OBWriteInternationalScheduledConsent5). */
export const internationalScheduledPayment: OrderKind<InternationalScheduledPaymentOrder> = {
  name: "Payment abroad on a day",
  allowed: "the payment abroad",
  scope: "payments",
  intents: "/pisp/international-scheduled-payment-consents",
  signed: true,
  lasts: false,
  orders: { path: "/pisp/international-scheduled-payments", id: "InternationalScheduledPaymentId" },
  shape,
  groups: [
    { ...MONEY_GROUP, fields: [...MONEY_GROUP.fields, { name: "executeOn", label: "Pay on", type: "date" }] },
    RATE_GROUP,
    PAYEE_ABROAD_GROUP,
    DEBTOR_GROUP,
  ],
  // No bank keeps today's rate for another day.
  defaults: () => ({ ...INTERNATIONAL_DEFAULTS, executeOn: inDays(10), rateType: "Indicative" }),
  brief: (order) => ({ payee: order.payeeName, amount: `${order.amount} ${order.currency}` }),
  intent: (order, { id }) => ({
    Data: {
      Permission: "Create",
      Initiation: {
        ...identifications(id),
        InstructionPriority: "Normal",
        RequestedExecutionDateTime: at(order.executeOn),
        ...acrossTheBorder(order),
        ...exchangeRate(order),
        ...remittance(order.apiVersion, order.reference),
      },
    },
    Risk: TO_A_THIRD_PARTY,
  }),
};
