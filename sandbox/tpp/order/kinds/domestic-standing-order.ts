import { z } from "zod";
import {
  DEBTOR_GROUP,
  DEBTOR_IN_HALF,
  debtorFields,
  debtorIsWhole,
  joinAccounts,
  PAYEE_DEFAULTS,
  PAYEE_GROUP,
  parties,
  payeeFields,
  pounds,
  reference,
  TO_A_THIRD_PARTY,
} from "../domestic-terms.ts";
import type { OrderKind, OrderOf } from "../order-kind.ts";
import { amount, optional } from "../shape.ts";
import { RHYTHM_GROUP, repetition, rhythmDefaults, rhythmFields, rhythmLabel } from "../standing-order-terms.ts";

const shape = z
  .object({
    firstAmount: amount,
    recurringAmount: optional(amount),
    finalAmount: optional(amount),
    ...rhythmFields,
    ...payeeFields,
    reference,
    ...debtorFields,
  })
  .refine(debtorIsWhole, DEBTOR_IN_HALF)
  .transform(joinAccounts);

export type DomesticStandingOrderOrder = OrderOf<"domestic_standing_order", typeof shape>;

/** The same payment again and again (OBWriteDomesticStandingOrderConsent5). */
export const domesticStandingOrder: OrderKind<DomesticStandingOrderOrder> = {
  name: "Standing order",
  allowed: "the standing order",
  scope: "payments",
  intents: "/pisp/domestic-standing-order-consents",
  signed: true,
  lasts: false,
  orders: { path: "/pisp/domestic-standing-orders", id: "DomesticStandingOrderId" },
  shape,
  groups: [
    {
      legend: "Amounts in pounds",
      hint: "Empty: the same as the first.",
      fields: [
        { name: "firstAmount", label: "First amount", numeric: true },
        { name: "recurringAmount", label: "Amounts after that", numeric: true },
        { name: "finalAmount", label: "Last amount", numeric: true },
        { name: "reference", label: "Reference" },
      ],
    },
    RHYTHM_GROUP,
    PAYEE_GROUP,
    DEBTOR_GROUP,
  ],
  defaults: () => ({ firstAmount: "750.00", ...rhythmDefaults(), ...PAYEE_DEFAULTS, reference: "Rent" }),
  brief: (order) => ({ payee: order.payeeName, amount: `${order.firstAmount} GBP, ${rhythmLabel(order)}` }),
  intent: (order) => ({
    Data: {
      Permission: "Create",
      Initiation: {
        ...repetition(order.apiVersion, order),
        FirstPaymentAmount: pounds(order.firstAmount),
        ...(order.recurringAmount ? { RecurringPaymentAmount: pounds(order.recurringAmount) } : {}),
        ...(order.finalAmount ? { FinalPaymentAmount: pounds(order.finalAmount) } : {}),
        ...parties(order),
      },
    },
    Risk: TO_A_THIRD_PARTY,
  }),
};
