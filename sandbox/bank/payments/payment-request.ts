import { z } from "zod";
import { readJson } from "../gateway/json-request.ts";
import type { PaymentKind } from "./payment-kinds.ts";

const object = z.record(z.string(), z.unknown());
const order = { ConsentId: z.string().min(1).max(128), Initiation: object };
const amountShape = z.object({ Amount: z.string(), Currency: z.string() });

const ORDER = z.strictObject({ Data: z.strictObject(order), Risk: object });
const FILE = z.strictObject({ Data: z.strictObject(order) });
const VRP = z.strictObject({
  Data: z.strictObject({
    ...order,
    PSUAuthenticationMethod: z.string().min(1).max(70),
    PSUInteractionType: z.enum(["InSession", "OffSession"]).optional(),
    VRPType: z.string().min(1).max(70),
    Instruction: object.and(
      z.object({
        InstructionIdentification: z.string().min(1).max(35),
        EndToEndIdentification: z.string().min(1).max(35),
        InstructedAmount: amountShape,
        CreditorAccount: z.object({ SchemeName: z.string(), Identification: z.string(), Name: z.string() }),
      }),
    ),
  }),
  Risk: object,
});

export type VrpRequest = z.infer<typeof VRP>;

/** What `Initiation` and `Risk` hold is not checked here: they must equal the consent's. */
export type PaymentRequest = z.infer<typeof ORDER> | z.infer<typeof FILE> | VrpRequest;

/** @throws Refusal 400 naming the first element that is missing, unexpected or of another type. */
export function readPaymentRequest(kind: PaymentKind, body: Uint8Array): PaymentRequest {
  if (kind === "domestic_vrp") return readJson<PaymentRequest>(body, VRP, "Data");
  if (kind === "file_payment") return readJson<PaymentRequest>(body, FILE, "Data");
  return readJson<PaymentRequest>(body, ORDER, "Data");
}

const partyShape = z.object({ SchemeName: z.string(), Identification: z.string() });
const instructionShape = z.object({
  CreditorAccount: partyShape.extend({ Name: z.string() }),
  // v3.1.11 standing orders have theirs here.
  Reference: z.string().optional(),
  RemittanceInformation: z
    .object({ Reference: z.string().optional(), Unstructured: z.union([z.string(), z.array(z.string())]).optional() })
    .optional(),
});
const debtorShape = z.object({ DebtorAccount: partyShape.optional() });

/** Whom to pay, as an `Initiation`, an `Instruction` or a row of a file says it. */
export interface Payee {
  readonly scheme: string;
  readonly identification: string;
  readonly name: string;
  readonly reference: string;
}

/** Undefined where it names nobody. */
export function payeeOf(instruction: unknown): Payee | undefined {
  const read = instructionShape.safeParse(instruction);
  if (!read.success) return undefined;
  const { CreditorAccount, RemittanceInformation, Reference } = read.data;
  const lines = [Reference, RemittanceInformation?.Reference, RemittanceInformation?.Unstructured].flat();
  return {
    scheme: CreditorAccount.SchemeName,
    identification: CreditorAccount.Identification,
    name: CreditorAccount.Name,
    reference: lines.find((line) => line !== undefined && line !== "") ?? "PAYMENT",
  };
}

/** The account that the TPP named to pay from, if it named one. */
export const debtorNamed = (initiation: unknown): z.infer<typeof partyShape> | undefined =>
  debtorShape.safeParse(initiation).data?.DebtorAccount;

/** `InstructedAmount`. */
export const amountNamed = (instruction: unknown): z.infer<typeof amountShape> | undefined =>
  z.object({ InstructedAmount: amountShape }).safeParse(instruction).data?.InstructedAmount;
