import { z } from "zod";
import type { DomesticPayment } from "~/domain/consent-kinds/domestic-payment";
import { amount, charges, intentReader, moneyFrom, orderFields, paymentTermsFrom } from "./parts";

const schema = z.object({
  Initiation: z.object({ ...orderFields, InstructedAmount: amount }),
  Charges: charges,
});

export const domesticPayment = intentReader(
  schema,
  ({ Initiation, Charges }): DomesticPayment => ({
    kind: "domestic-payment",
    amount: moneyFrom(Initiation.InstructedAmount),
    ...paymentTermsFrom(Initiation, Charges),
  }),
);
