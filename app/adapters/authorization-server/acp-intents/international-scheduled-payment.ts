import { z } from "zod";
import type { InternationalScheduledPayment } from "~/domain/consent-kinds/international-scheduled-payment";
import { crossBorderFields, crossBorderTermsFrom, exchangeFrom, exchangeInformation } from "./cross-border-parts";
import { amount, charges, instant, intentReader, moneyFrom, orderFields, paymentTermsFrom } from "./parts";

const schema = z.object({
  Initiation: z.object({
    ...orderFields,
    ...crossBorderFields,
    InstructedAmount: amount,
    RequestedExecutionDateTime: instant,
  }),
  Charges: charges,
  ExchangeRateInformation: exchangeInformation,
});

export const internationalScheduledPayment = intentReader(
  schema,
  ({ Initiation, Charges, ExchangeRateInformation }): InternationalScheduledPayment => ({
    kind: "international-scheduled-payment",
    amount: moneyFrom(Initiation.InstructedAmount),
    executeOn: Initiation.RequestedExecutionDateTime,
    ...paymentTermsFrom(Initiation, Charges),
    ...crossBorderTermsFrom(Initiation),
    ...exchangeFrom(ExchangeRateInformation),
  }),
);
