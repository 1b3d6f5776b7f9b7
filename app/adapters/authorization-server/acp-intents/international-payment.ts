import { z } from "zod";
import type { InternationalPayment } from "~/domain/consent-kinds/international-payment";
import { crossBorderFields, crossBorderTermsFrom, exchangeFrom, exchangeInformation } from "./cross-border-parts";
import { amount, charges, intentReader, moneyFrom, orderFields, paymentTermsFrom } from "./parts";

const schema = z.object({
  Initiation: z.object({
    ...orderFields,
    ...crossBorderFields,
    InstructedAmount: amount,
  }),
  Charges: charges,
  ExchangeRateInformation: exchangeInformation,
});

export const internationalPayment = intentReader(
  schema,
  ({ Initiation, Charges, ExchangeRateInformation }): InternationalPayment => ({
    kind: "international-payment",
    amount: moneyFrom(Initiation.InstructedAmount),
    ...paymentTermsFrom(Initiation, Charges),
    ...crossBorderTermsFrom(Initiation),
    ...exchangeFrom(ExchangeRateInformation),
  }),
);
