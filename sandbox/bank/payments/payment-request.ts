import { z } from "zod";
import { readJson } from "../gateway/json-request.ts";

const object = z.record(z.string(), z.unknown());
const shape = z.strictObject({
  Data: z.strictObject({ ConsentId: z.string().min(1).max(128), Initiation: object }),
  Risk: object,
});

/** `OBWriteDomestic2`. What `Initiation` and `Risk` hold is not checked here: they must equal the consent's. */
export type PaymentRequest = z.infer<typeof shape>;

/** @throws Refusal 400 naming the first element that is missing, unexpected or of another type. */
export const readPaymentRequest = (body: Uint8Array): PaymentRequest => readJson(body, shape, "Data");

const initiationShape = z.object({
  InstructedAmount: z.object({ Amount: z.string(), Currency: z.string() }),
  CreditorAccount: z.object({ SchemeName: z.string(), Identification: z.string(), Name: z.string() }),
  DebtorAccount: z.object({ SchemeName: z.string(), Identification: z.string() }).optional(),
  RemittanceInformation: z
    .object({ Reference: z.string().optional(), Unstructured: z.union([z.string(), z.array(z.string())]).optional() })
    .optional(),
});

export interface PaymentInstruction {
  readonly amount: string;
  readonly currency: string;
  readonly creditor: { readonly scheme: string; readonly identification: string; readonly name: string };
  /** The account that the TPP named to pay from, if it named one. */
  readonly debtor?: { readonly scheme: string; readonly identification: string };
  readonly reference: string;
}

/** What an `Initiation` of either version tells the bank to do; undefined where it is none of a domestic payment. */
export function instructionOf(initiation: unknown): PaymentInstruction | undefined {
  const read = initiationShape.safeParse(initiation);
  if (!read.success) return undefined;
  const { InstructedAmount, CreditorAccount, DebtorAccount, RemittanceInformation } = read.data;
  const { Reference, Unstructured } = RemittanceInformation ?? {};
  return {
    amount: InstructedAmount.Amount,
    currency: InstructedAmount.Currency,
    creditor: {
      scheme: CreditorAccount.SchemeName,
      identification: CreditorAccount.Identification,
      name: CreditorAccount.Name,
    },
    ...(DebtorAccount && {
      debtor: { scheme: DebtorAccount.SchemeName, identification: DebtorAccount.Identification },
    }),
    reference: Reference ?? [Unstructured].flat().find((line) => line !== undefined && line !== "") ?? "PAYMENT",
  };
}
