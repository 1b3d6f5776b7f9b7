import { describe, expect, test } from "vitest";
import { filePayment } from "./file-payment";

const INITIATION = {
  FileType: "UK.OBIE.pain.001.001.08",
  FileHash: "n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg=",
  NumberOfTransactions: "2",
  ControlSum: 120.5,
};
const row = (Amount: string, Currency = "GBP") => ({
  CreditorAccount: { SchemeName: "UK.OBIE.SortCodeAccountNumber", Identification: "20405011110001", Name: "Ada Wong" },
  InstructedAmount: { Amount, Currency },
  Reference: "March",
});
const CONTENT = {
  NumberOfTransactions: 2,
  Totals: [{ Amount: "120.50", Currency: "GBP" }],
  FirstRows: [row("100.00"), row("20.50")],
};
const read = (initiation: object = {}, content: object | undefined = {}) =>
  filePayment({
    Initiation: { ...INITIATION, ...initiation },
    FileContent: content && { ...CONTENT, ...content },
  });

describe("P-19: a file as the authorization server counted it", () => {
  test("in our words", () => {
    expect(read({ RequestedExecutionDateTime: "2026-04-01T00:00:00Z", FileReference: "Wages" })).toEqual({
      kind: "file-payment",
      fileType: INITIATION.FileType,
      fileHash: INITIATION.FileHash,
      fileReference: "Wages",
      charges: [],
      executeOn: new Date("2026-04-01T00:00:00Z"),
      content: {
        count: 2,
        totals: [{ minor: 12_050n, currency: "GBP" }],
        firstRows: ["100.00", "20.50"].map((decimal) => ({
          payee: { scheme: "sort-code-account-number", identification: "20405011110001", name: "Ada Wong" },
          amount: { minor: BigInt(decimal.replace(".", "")), currency: "GBP" },
          reference: "March",
        })),
      },
    });
  });

  test.each<[string, object, object?]>([
    ["neither count nor sum", { NumberOfTransactions: undefined, ControlSum: undefined }],
    [
      "a sum of several currencies",
      { ControlSum: 5_125 },
      {
        Totals: [
          { Amount: "120.50", Currency: "GBP" },
          { Amount: "5000", Currency: "JPY" },
          { Amount: "4.5", Currency: "KWD" },
        ],
      },
    ],
    [
      "the tenths that no double has",
      { ControlSum: 0.3 },
      {
        Totals: [
          { Amount: "0.10", Currency: "GBP" },
          { Amount: "0.20", Currency: "EUR" },
        ],
      },
    ],
    ["a sum of billions", { ControlSum: 9_999_999_999.99 }, { Totals: [{ Amount: "9999999999.99", Currency: "GBP" }] }],
  ])("announced with %s", (_, initiation, content) => {
    expect(read(initiation, content).content.count).toBe(2);
  });

  test.each<[string, object, (object | null)?]>([
    ["another count", { NumberOfTransactions: "3" }],
    ["another sum", { ControlSum: 120.51 }],
    ["a sum of nothing", { ControlSum: 0 }],
    ["no content", {}, null],
    ["no totals", {}, { Totals: [] }],
    ["no rows", {}, { FirstRows: [] }],
    ["eleven rows", {}, { FirstRows: Array.from({ length: 11 }, () => row("1.00")) }],
    ["half a payment", {}, { NumberOfTransactions: 1.5 }],
    [
      "a row without a name",
      {},
      { FirstRows: [{ ...row("1.00"), CreditorAccount: { SchemeName: "a", Identification: "b" } }] },
    ],
    ["an amount that is none", {}, { FirstRows: [row("1e3")] }],
  ])("C-05: %s is not understood", (_, initiation, content) => {
    const asked = () =>
      content === null ? filePayment({ Initiation: { ...INITIATION, ...initiation } }) : read(initiation, content);
    expect(asked).toThrow(expect.objectContaining({ failure: "request-not-understood" }));
  });
});
