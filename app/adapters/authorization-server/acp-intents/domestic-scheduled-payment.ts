import { z } from "zod";
import type { DomesticScheduledPayment } from "~/domain/consent-kinds/domestic-scheduled-payment";
import { amount, charges, instant, intentReader, moneyFrom, orderFields, paymentTermsFrom } from "./parts";

const schema = z.object({
  Initiation: z.object({ ...orderFields, InstructedAmount: amount, RequestedExecutionDateTime: instant }),
  Charges: charges,
});

export const domesticScheduledPayment = intentReader(
  schema,
  ({ Initiation, Charges }): DomesticScheduledPayment => ({
    kind: "domestic-scheduled-payment",
    amount: moneyFrom(Initiation.InstructedAmount),
    executeOn: Initiation.RequestedExecutionDateTime,
    ...paymentTermsFrom(Initiation, Charges),
  }),
);
