import { z } from "zod";
import {
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
import type { OrderKind, OrderOf } from "../order-kind.ts";
import { amount } from "../shape.ts";

const shape = z
  .object({ amount, ...payeeFields, reference, ...debtorFields })
  .refine(debtorIsWhole, DEBTOR_IN_HALF)
  .transform(joinAccounts);

export type DomesticPaymentOrder = OrderOf<"domestic_payment", typeof shape>;

/** One payment within the country, at once (OBWriteDomesticConsent4). */
export const domesticPayment: OrderKind<DomesticPaymentOrder> = {
  name: "Payment",
  allowed: "the payment",
  scope: "payments",
  intents: "/pisp/domestic-payment-consents",
  signed: true,
  lasts: false,
  orders: { path: "/pisp/domestic-payments", id: "DomesticPaymentId" },
  shape,
  groups: [
    {
      legend: "Payment",
      fields: [
        { name: "amount", label: "Amount in pounds", numeric: true },
        { name: "reference", label: "Reference" },
      ],
    },
    PAYEE_GROUP,
    DEBTOR_GROUP,
  ],
  defaults: () => ({ amount: "42.50", ...PAYEE_DEFAULTS }),
  brief: (order) => ({ payee: order.payeeName, amount: `${order.amount} GBP` }),
  intent: (order, { id }) => ({
    Data: {
      Initiation: {
        ...identifications(id),
        LocalInstrument: "UK.OBIE.FPS",
        InstructedAmount: pounds(order.amount),
        ...parties(order),
        ...remittance(order.apiVersion, order.reference),
      },
    },
    Risk: TO_A_THIRD_PARTY,
  }),
};
