import { createHash } from "node:crypto";
import { TPPS } from "../../personas.ts";
import { pounds, remittance, ukAccount } from "./domestic-terms.ts";
import type { ApiVersion, TppId } from "./order.ts";
import type { Origin } from "./order-kind.ts";
import { painFile } from "./pain-file.ts";

export interface FileRow {
  readonly payeeName: string;
  /** Sort code and account number, 14 digits. */
  readonly payeeAccount: string;
  readonly amount: string;
  readonly reference: string;
}

/** What goes into a file. */
export interface FileOrder {
  readonly tppId: TppId;
  readonly apiVersion: ApiVersion;
  readonly fileType: keyof typeof FORMATS;
  readonly rows: readonly FileRow[];
  readonly executeOn?: string | undefined;
  readonly debtorAccount?: string | undefined;
}

export interface PaymentFile {
  /** As `Content-Type` says it. */
  readonly type: string;
  readonly text: string;
}

const FORMATS = {
  "UK.OBIE.pain.001.001.08": (order: FileOrder, origin: Origin): PaymentFile => ({
    type: "text/xml",
    text: painFile({
      ...numbersOf(order),
      messageId: idOf(origin),
      createdAt: origin.startedAt,
      initiator: Object.values(TPPS).find(({ id }) => id === order.tppId)?.legalName ?? order.tppId,
      executeOn: order.executeOn ?? origin.startedAt.slice(0, 10),
      debtorAccount: order.debtorAccount,
      rows: order.rows.map((row, at) => ({ ...row, id: rowId(origin, at) })),
    }),
  }),
  "UK.OBIE.PaymentInitiation.4.0": (order: FileOrder, origin: Origin): PaymentFile => ({
    type: "application/json",
    text: JSON.stringify({
      Data: {
        DomesticPayments: order.rows.map((row, at) => ({
          InstructionIdentification: rowId(origin, at),
          EndToEndIdentification: rowId(origin, at),
          LocalInstrument: "UK.OBIE.FPS",
          InstructedAmount: pounds(row.amount),
          ...(order.debtorAccount ? { DebtorAccount: ukAccount(order.debtorAccount) } : {}),
          CreditorAccount: ukAccount(row.payeeAccount, row.payeeName),
          ...remittance(order.apiVersion, row.reference),
        })),
      },
    }),
  }),
} as const;

/** The file of an order: the same bytes each time, because the intent has announced their hash. */
export const paymentFile = (order: FileOrder, origin: Origin): PaymentFile => FORMATS[order.fileType](order, origin);

/** What the intent announces of the file. */
export function announcement(order: FileOrder, origin: Origin) {
  const { count, sum } = numbersOf(order);
  return {
    FileType: order.fileType,
    FileHash: createHash("sha256").update(paymentFile(order, origin).text).digest("base64"),
    FileReference: idOf(origin),
    NumberOfTransactions: count,
    ControlSum: Number(sum),
  };
}

const numbersOf = ({ rows }: FileOrder) => ({
  count: String(rows.length),
  sum: rows.reduce((sum, { amount }) => sum + Number(amount), 0).toFixed(2),
});

const idOf = ({ id }: Origin) => id.replaceAll("-", "").slice(0, 20);
const rowId = (origin: Origin, at: number) => `${idOf(origin)}-${at + 1}`;
