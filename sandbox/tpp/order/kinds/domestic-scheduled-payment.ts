import { z } from "zod";
import {
  at,
  DEBTOR_GROUP,
  DEBTOR_IN_HALF,
  debtorFields,
  debtorIsWhole,
  identifications,
  joinAccounts,
  PAYEE_DEFAULTS,
  PAYEE_GROUP,
  parties,
  payeeFields,
  pounds,
  reference,
  remittance,
  TO_A_THIRD_PARTY,
} from "../domestic-terms.ts";
import { inDays } from "../field.ts";
import type { OrderKind, OrderOf } from "../order-kind.ts";
import { amount, date } from "../shape.ts";

const shape = z
  .object({ amount, executeOn: date, ...payeeFields, reference, ...debtorFields })
  .refine(debtorIsWhole, DEBTOR_IN_HALF)
  .transform(joinAccounts);

export type DomesticScheduledPaymentOrder = OrderOf<"domestic_scheduled_payment", typeof shape>;

/** One payment within the country, on a day to come (OBWriteDomesticScheduledConsent4). */
export const domesticScheduledPayment: OrderKind<DomesticScheduledPaymentOrder> = {
  name: "Payment on a day",
  allowed: "the payment",
  scope: "payments",
  intents: "/pisp/domestic-scheduled-payment-consents",
  signed: true,
  lasts: false,
  orders: { path: "/pisp/domestic-scheduled-payments", id: "DomesticScheduledPaymentId" },
  shape,
  groups: [
    {
      legend: "Payment",
      fields: [
        { name: "amount", label: "Amount in pounds", numeric: true },
        { name: "executeOn", label: "Pay on", type: "date" },
        { name: "reference", label: "Reference" },
      ],
    },
    PAYEE_GROUP,
    DEBTOR_GROUP,
  ],
  defaults: () => ({ amount: "42.50", executeOn: inDays(10), ...PAYEE_DEFAULTS }),
  brief: (order) => ({ payee: order.payeeName, amount: `${order.amount} GBP` }),
  intent: (order, { id }) => ({
    Data: {
      Permission: "Create",
      Initiation: {
        ...identifications(id),
        LocalInstrument: "UK.OBIE.FPS",
        RequestedExecutionDateTime: at(order.executeOn),
        InstructedAmount: pounds(order.amount),
        ...parties(order),
        ...remittance(order.apiVersion, order.reference),
      },
    },
    Risk: TO_A_THIRD_PARTY,
  }),
};
