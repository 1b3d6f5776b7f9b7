import { z } from "zod";
import type { InternationalStandingOrder } from "~/domain/consent-kinds/international-standing-order";
import { crossBorderFields, crossBorderTermsFrom } from "./cross-border-parts";
import { amount, charges, intentReader, moneyFrom, orderFields, paymentTermsFrom } from "./parts";
import { countOf, referenceField, rhythmOf, timesFields } from "./standing-order-parts";

const schema = z.object({
  Initiation: z.object({
    ...orderFields,
    ...timesFields,
    ...referenceField,
    ...crossBorderFields,
    InstructedAmount: amount,
  }),
  Charges: charges,
});

export const internationalStandingOrder = intentReader(
  schema,
  ({ Initiation, Charges }): InternationalStandingOrder => ({
    kind: "international-standing-order",
    rhythm: rhythmOf(Initiation),
    first: { amount: moneyFrom(Initiation.InstructedAmount), on: Initiation.FirstPaymentDateTime },
    ...(Initiation.FinalPaymentDateTime && { final: { on: Initiation.FinalPaymentDateTime } }),
    ...countOf(Initiation),
    ...paymentTermsFrom(Initiation, Charges),
    ...crossBorderTermsFrom(Initiation),
    ...(Initiation.Reference && { reference: Initiation.Reference }),
  }),
);
