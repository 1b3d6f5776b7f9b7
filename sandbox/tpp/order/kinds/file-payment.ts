import { z } from "zod";
import {
  at,
  DEBTOR_GROUP,
  DEBTOR_IN_HALF,
  debtorFields,
  debtorIsWhole,
  debtorOf,
  joinDebtor,
} from "../domestic-terms.ts";
import type { OrderKind, OrderOf } from "../order-kind.ts";
import { announcement } from "../payment-file.ts";
import { accountNumber, amount, choiceOf, date, optional, sortCode, text } from "../shape.ts";

const TYPES = [
  { value: "UK.OBIE.pain.001.001.08", label: "XML, pain.001" },
  { value: "UK.OBIE.PaymentInitiation.4.0", label: "JSON, UK.OBIE 4.0" },
] as const;

const UPLOADS = [
  { value: "announced", label: "As announced" },
  { value: "changed", label: "One amount changed" },
] as const;

const row = z.object({
  payeeName: text("the payee's name", 70),
  sortCode,
  accountNumber,
  amount,
  reference: text("a reference", 35),
});

/** A payment a line, as a spreadsheet would paste it. */
const rows = z
  .string("Give one payment a line")
  .transform((lines) => lines.split("\n").filter((line) => line.trim() !== ""))
  .pipe(z.array(z.string()).min(1, "Give one payment a line").max(200, "At most 200 payments"))
  .transform((lines, context) =>
    lines.flatMap((line, index) => {
      const [payeeName, code, number, typedAmount, reference] = line.split(",");
      const parsed = row.safeParse({
        payeeName,
        sortCode: code,
        accountNumber: number,
        amount: typedAmount,
        reference,
      });
      if (parsed.success) {
        const { sortCode: six, accountNumber: eight, ...rest } = parsed.data;
        return [{ ...rest, payeeAccount: six + eight }];
      }
      const problem = parsed.error.issues[0]?.message.toLowerCase();
      context.addIssue({ code: "custom", message: `Line ${index + 1}: ${problem}` });
      return [];
    }),
  );

const shape = z
  .object({ fileType: choiceOf(TYPES), rows, executeOn: optional(date), upload: choiceOf(UPLOADS), ...debtorFields })
  .refine(debtorIsWhole, DEBTOR_IN_HALF)
  .transform(joinDebtor);

export type FilePaymentOrder = OrderOf<"file_payment", typeof shape>;

/** Many payments in one file (OBWriteFileConsent3). The file follows the intent and must be what that announced. */
export const filePayment: OrderKind<FilePaymentOrder> = {
  name: "File of payments",
  allowed: "the file of payments",
  scope: "payments",
  intents: "/pisp/file-payment-consents",
  signed: true,
  lasts: false,
  orders: { path: "/pisp/file-payments", id: "FilePaymentId" },
  shape,
  groups: [
    {
      legend: "Payments",
      fields: [
        {
          name: "rows",
          label: "One payment a line",
          hint: "Payee, sort code, account number, pounds, reference",
          type: "lines",
        },
      ],
    },
    {
      legend: "File",
      fields: [
        { name: "fileType", label: "Format", choices: TYPES },
        { name: "executeOn", label: "Pay on", hint: "Empty: at once", type: "date" },
        { name: "upload", label: "Upload", choices: UPLOADS },
      ],
    },
    DEBTOR_GROUP,
  ],
  defaults: () => ({
    rows: ["Ana Costa", "Ben Lowe", "Caro Finch"]
      .map((name, at) => `${name}, 20-40-51, 1234567${at}, ${12 + at}.50, Refund ${at + 1}`)
      .join("\n"),
    fileType: TYPES[0].value,
    upload: UPLOADS[0].value,
  }),
  brief: (order) => ({ payee: `${order.rows.length} payees`, amount: `${announcedSum(order)} GBP` }),
  intent: (order, origin) => ({
    Data: {
      Initiation: {
        ...announcement(order, origin),
        ...(order.executeOn ? { RequestedExecutionDateTime: at(order.executeOn) } : {}),
        ...debtorOf(order),
      },
    },
  }),
};

const announcedSum = (order: FilePaymentOrder) => announcement(order, { id: "", startedAt: "" }).ControlSum.toFixed(2);
