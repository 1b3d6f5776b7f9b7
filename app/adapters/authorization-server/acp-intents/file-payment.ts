import { z } from "zod";
import { type FilePayment, type FileRow, ROWS_SHOWN } from "~/domain/consent-kinds/file-payment";
import { decimalOf, type Money } from "~/domain/shared/money";
import {
  account,
  accountFrom,
  amount,
  charges,
  chargesFrom,
  debtorFrom,
  instant,
  intentReader,
  MOST,
  moneyFrom,
  notUnderstood,
  text,
} from "./parts";

const row = z.object({
  CreditorAccount: account.required(),
  InstructedAmount: amount,
  Reference: text.nullish(),
});

/** All of the file, where the server tells it: an extension as well. */
export const wholeFile = z.object({ payments: z.array(row).transform((rows) => rows.map(rowFrom)) });

const schema = z.object({
  Initiation: z.object({
    FileType: text,
    FileHash: text,
    FileReference: text.nullish(),
    NumberOfTransactions: z
      .string()
      .regex(/^[0-9]{1,15}$/)
      .nullish(),
    ControlSum: z.number().nullish(),
    RequestedExecutionDateTime: instant.nullish(),
    DebtorAccount: account.partial().nullish(),
  }),
  Charges: charges,
  /** Of the file itself, counted by the authorization server: an extension of ours, without which nothing is known of it. */
  FileContent: z.object({
    NumberOfTransactions: z.number().int().min(1),
    Totals: z.array(amount).min(1).max(MOST),
    FirstRows: z.array(row).min(1).max(ROWS_SHOWN),
  }),
});

export const filePayment = intentReader(schema, ({ Initiation, Charges, FileContent }): FilePayment => {
  const { FileReference, RequestedExecutionDateTime: executeOn, NumberOfTransactions, ControlSum } = Initiation;
  const debtor = debtorFrom(Initiation.DebtorAccount);
  const totals = FileContent.Totals.map(moneyFrom);
  const count = FileContent.NumberOfTransactions;
  if (NumberOfTransactions && Number(NumberOfTransactions) !== count) throw notUnderstood("a file of another count");
  if (typeof ControlSum === "number" && !comesTo(totals, ControlSum)) throw notUnderstood("a file of another sum");
  return {
    kind: "file-payment",
    fileType: Initiation.FileType,
    fileHash: Initiation.FileHash,
    ...(FileReference && { fileReference: FileReference }),
    ...(debtor && { debtor }),
    charges: chargesFrom(Charges),
    ...(executeOn && { executeOn }),
    content: {
      count,
      totals,
      firstRows: FileContent.FirstRows.map(rowFrom),
    },
  };
});

function rowFrom({ CreditorAccount, InstructedAmount, Reference }: z.infer<typeof row>): FileRow {
  const { SchemeName, Identification, Name } = CreditorAccount;
  return {
    payee: { ...accountFrom(SchemeName, Identification), name: Name },
    amount: moneyFrom(InstructedAmount),
    ...(Reference && { reference: Reference }),
  };
}

/** The sum of all amounts, whatever they are in (`CtrlSum` of ISO 20022): a number of the wire is exact to its digits. */
function comesTo(totals: readonly Money[], sum: number): boolean {
  const FINEST = 5;
  const scaled = totals.reduce((all, total) => {
    const [whole = "", fraction = ""] = decimalOf(total).split(".");
    return all + BigInt(`${whole}${fraction.padEnd(FINEST, "0")}`);
  }, 0n);
  const wanted = scaled.toString().padStart(FINEST + 1, "0");
  return Number(`${wanted.slice(0, -FINEST)}.${wanted.slice(-FINEST)}`) === sum;
}
