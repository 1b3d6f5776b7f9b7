import { z } from "zod";
import type { DomesticStandingOrder } from "~/domain/consent-kinds/domestic-standing-order";
import { amount, charges, instant, intentReader, moneyFrom, orderFields, paymentTermsFrom } from "./parts";
import { countOf, referenceField, rhythmOf, timesFields } from "./standing-order-parts";

const schema = z.object({
  Initiation: z.object({
    ...orderFields,
    ...timesFields,
    ...referenceField,
    RecurringPaymentDateTime: instant.nullish(),
    FirstPaymentAmount: amount,
    RecurringPaymentAmount: amount.nullish(),
    FinalPaymentAmount: amount.nullish(),
  }),
  Charges: charges,
});

export const domesticStandingOrder = intentReader(schema, ({ Initiation, Charges }): DomesticStandingOrder => {
  const { RecurringPaymentDateTime: from, FinalPaymentDateTime: on, Reference } = Initiation;
  const first = { amount: moneyFrom(Initiation.FirstPaymentAmount), on: Initiation.FirstPaymentDateTime };
  const recurring = Initiation.RecurringPaymentAmount && moneyFrom(Initiation.RecurringPaymentAmount);
  const last = Initiation.FinalPaymentAmount && moneyFrom(Initiation.FinalPaymentAmount);
  return {
    kind: "domestic-standing-order",
    rhythm: rhythmOf(Initiation),
    first,
    ...((recurring || from) && { recurring: { amount: recurring || first.amount, ...(from && { from }) } }),
    ...((last || on) && { final: { ...(last && { amount: last }), ...(on && { on }) } }),
    ...countOf(Initiation),
    ...paymentTermsFrom(Initiation, Charges),
    ...(Reference && { reference: Reference }),
  };
});
