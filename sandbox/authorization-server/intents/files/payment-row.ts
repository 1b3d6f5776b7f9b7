import { z } from "zod";
import { wrongAccount, wrongMoney } from "../kinds/rules.ts";
import type { FileRow } from "./file-rows.ts";

const line = (max: number) => z.string().min(1).max(max);

/** What a payment in a file must say, whatever the file is written in. */
const row = z.object({
  CreditorAccount: z.object({ SchemeName: line(40), Identification: line(256), Name: line(350) }),
  InstructedAmount: z.object({
    Amount: z.string().regex(/^(\d{1,13}|\d{1,13}\.\d{1,5})$/),
    Currency: z.string().regex(/^[A-Z]{3}$/),
  }),
  Reference: line(140).optional(),
});

/** The payment, or undefined where something is missing, of no currency or to an account that there cannot be. */
export function paymentRow(found: unknown): FileRow | undefined {
  const read = row.safeParse(found).data;
  if (!read) return undefined;
  const { CreditorAccount, InstructedAmount, Reference } = read;
  if (wrongMoney(InstructedAmount, "").length > 0 || wrongAccount(CreditorAccount, "").length > 0) return undefined;
  return { CreditorAccount, InstructedAmount, ...(Reference !== undefined && { Reference }) };
}

/** All of them or none: a file is taken as a whole, and a file of nothing is none. */
export function allRows(found: readonly unknown[]): readonly FileRow[] | undefined {
  const rows = found.map(paymentRow).filter((each) => each !== undefined);
  return rows.length === found.length && rows.length > 0 ? rows : undefined;
}
