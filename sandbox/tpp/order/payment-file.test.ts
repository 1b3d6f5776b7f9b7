import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { announcement, type FileOrder, paymentFile } from "./payment-file.ts";

const ORIGIN = { id: "0f8fad5b-d9cb-469f-a165-70867728950e", startedAt: "2026-04-01T09:30:00.000Z" };

const row = (payeeName: string, amount: string) => ({
  payeeName,
  payeeAccount: "20405112345678",
  amount,
  reference: "Wages & bonus",
});

const order: FileOrder = {
  tppId: "tpp-beacon",
  apiVersion: "v4.0",
  fileType: "UK.OBIE.pain.001.001.08",
  // Sums of fractions: 0.1 + 0.2 is not 0.3.
  rows: [row("Smith & <Sons>", "0.10"), row("Ana Costa", "0.20")],
};

test.each(["UK.OBIE.pain.001.001.08", "UK.OBIE.PaymentInitiation.4.0"] as const)(
  "%s: the announcement fits the bytes that are sent",
  (fileType) => {
    const { text } = paymentFile({ ...order, fileType }, ORIGIN);
    expect(announcement({ ...order, fileType }, ORIGIN)).toEqual({
      FileType: fileType,
      FileHash: createHash("sha256").update(text).digest("base64"),
      FileReference: "0f8fad5bd9cb469fa165",
      NumberOfTransactions: "2",
      ControlSum: 0.3,
    });
    expect(announcement({ ...order, fileType, rows: order.rows.slice(1) }, ORIGIN)).toMatchObject({ ControlSum: 0.2 });
  },
);

test("pain.001: every row once, numbered, with what a payee calls itself escaped", () => {
  const { type, text } = paymentFile(order, ORIGIN);
  expect(type).toBe("text/xml");
  expect(text.match(/<CdtTrfTxInf>/g)).toHaveLength(2);
  expect(text).toContain("<Cdtr><Nm>Smith &amp; &lt;Sons&gt;</Nm></Cdtr>");
  expect(text).toContain('<InstdAmt Ccy="GBP">0.20</InstdAmt>');
  expect(text).toContain("<NbOfTxs>2</NbOfTxs><CtrlSum>0.30</CtrlSum>");
  expect(text).toContain("<EndToEndId>0f8fad5bd9cb469fa165-2</EndToEndId>");
  // Every element that opens closes, in order.
  const open: string[] = [];
  for (const [, slash, name] of text.matchAll(/<(\/?)([A-Za-z]+)[^>]*>/g)) {
    if (slash) expect(open.pop()).toBe(name);
    else open.push(name as string);
  }
  expect(open).toEqual([]);
});

test("JSON: the debtor is in each row where the order names one", () => {
  const json = (debtorAccount?: string) =>
    JSON.parse(paymentFile({ ...order, fileType: "UK.OBIE.PaymentInitiation.4.0", debtorAccount }, ORIGIN).text) as {
      Data: { DomesticPayments: { DebtorAccount?: { Identification: string } }[] };
    };
  expect(json().Data.DomesticPayments.map(({ DebtorAccount }) => DebtorAccount)).toEqual([undefined, undefined]);
  expect(json("20405011223301").Data.DomesticPayments[1]?.DebtorAccount?.Identification).toBe("20405011223301");
});
