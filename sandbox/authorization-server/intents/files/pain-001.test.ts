import { describe, expect, test } from "vitest";
import { contentOf } from "./file-rows.ts";
import { PAIN_FILE, painFile, painPayment } from "./pain-001.builder.ts";
import { readPain001 } from "./pain-001.ts";

const account = (SchemeName: string, Identification: string) => ({
  SchemeName,
  Identification,
  Name: "Harbour & Sons",
});
const othr = (number: string) => `<Othr><Id>${number}</Id></Othr>`;

test("each payment is read: its account, its amount, its reference", () => {
  expect(readPain001(PAIN_FILE)).toEqual([
    {
      CreditorAccount: account("UK.OBIE.SortCodeAccountNumber", "20405012345678"),
      InstructedAmount: { Amount: "42.50", Currency: "GBP" },
      Reference: "Order 7781",
    },
    {
      CreditorAccount: account("UK.OBIE.SortCodeAccountNumber", "20405012345678"),
      InstructedAmount: { Amount: "18.75", Currency: "GBP" },
    },
    {
      CreditorAccount: account("UK.OBIE.IBAN", "GB29NWBK60161331926819"),
      InstructedAmount: { Amount: "0.10", Currency: "GBP" },
    },
  ]);
});

describe("is none of it:", () => {
  const good = painPayment("1.00", othr("20405012345678"));
  test.each<[string, Buffer]>([
    ["nothing", Buffer.from("")],
    ["no XML", Buffer.from("{}")],
    ["XML that is cut off", PAIN_FILE.subarray(0, PAIN_FILE.length - 20)],
    ["bytes that are no text", Buffer.from([0xff, 0xfe, 0x00])],
    ["no payment", painFile("")],
    ["another namespace", Buffer.from(PAIN_FILE.toString().replace("001.08", "001.03"))],
    ["a document type", painFile(good, '<!DOCTYPE Document [<!ENTITY x "y">]>')],
    ["an entity that nobody declared", painFile(painPayment("1.00", othr("&x;")))],
    ["two names of one payee", painFile(painPayment("1.00", othr("20405012345678"), "<Cdtr><Nm>Eve</Nm></Cdtr>"))],
    ["a payment of nothing", painFile(painPayment("0.00", othr("20405012345678")))],
    ["one bad payment among good ones", painFile(good + painPayment("1,00", othr("20405012345678")) + good)],
    ["an account that there cannot be", painFile(painPayment("1.00", othr("1234")))],
    ["text around an element", painFile(good.replace("<Nm>Harbour", "<Nm>Eve<Prtry/>Harbour"))],
    ["text after an element", painFile(good.replace("</Cdtr>", "Eve</Cdtr>"))],
    ["fewer payments than it says", painFile(good, "", { NbOfTxs: "2" })],
    ["more payments than it says", painFile(good + good, "", { NbOfTxs: "1" })],
    ["another sum than it says", painFile(good, "", { CtrlSum: "1.01" })],
    ["a sum that is no number", painFile(good, "", { CtrlSum: "1e0" })],
    ["a hundred levels", painFile(`${good}${"<A>".repeat(100)}${"</A>".repeat(100)}`)],
  ])("%s", (_what, file) => {
    expect(readPain001(file)).toBeUndefined();
  });
  test("and the good one alone is", () => {
    expect(readPain001(painFile(good))).toHaveLength(1);
    expect(readPain001(painFile(good, "", { NbOfTxs: "1", CtrlSum: "1" }))).toHaveLength(1);
    expect(readPain001(painFile(good, "", { CtrlSum: "" }))).toHaveLength(1);
  });
});

test("sums are exact, one for each currency, and ten rows are shown", () => {
  const row = (Amount: string, Currency: string) => ({
    CreditorAccount: account("UK.OBIE.SortCodeAccountNumber", "20405012345678"),
    InstructedAmount: { Amount, Currency },
  });
  const rows = [
    row("0.1", "GBP"),
    row("0.2", "GBP"),
    row("9999999999999.12345", "EUR"),
    ...Array(9).fill(row("1", "EUR")),
  ];
  const { Totals, FirstRows, NumberOfTransactions } = contentOf(rows);
  expect(Totals).toEqual([
    { Amount: "0.30", Currency: "GBP" },
    { Amount: "10000000000008.12345", Currency: "EUR" },
  ]);
  expect([NumberOfTransactions, FirstRows.length]).toEqual([12, 10]);
});
