import { z } from "zod";
import type { FileRow } from "./file-rows.ts";
import { allRows } from "./payment-row.ts";

const text = z.string();

/** UK.OBIE.PaymentInitiation: the initiations of domestic payments, as v3.1 or v4.0 writes them. */
const file = z.object({
  Data: z.object({
    DomesticPayments: z.array(
      z.object({
        InstructedAmount: z.unknown(),
        CreditorAccount: z.unknown(),
        RemittanceInformation: z
          .object({ Reference: text.optional(), Unstructured: z.union([text, z.array(text)]).optional() })
          .optional(),
      }),
    ),
  }),
});

export function readObieJson(bytes: Uint8Array): readonly FileRow[] | undefined {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
  const read = file.safeParse(value).data;
  return (
    read &&
    allRows(
      read.Data.DomesticPayments.map(({ InstructedAmount, CreditorAccount, RemittanceInformation: remittance }) => {
        const reference = remittance?.Reference ?? [remittance?.Unstructured ?? []].flat().join(" ");
        return { InstructedAmount, CreditorAccount, ...(reference && { Reference: reference }) };
      }),
    )
  );
}
