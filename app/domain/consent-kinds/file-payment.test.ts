import { describe, expect, test } from "vitest";
import { aFilePayment } from "./builders";
import { canBePaidOut, type FileContent, type FilePayment } from "./file-payment";

const { content } = aFilePayment();
const [row] = content.firstRows as [FileContent["firstRows"][number]];
const gbp = (minor: bigint) => ({ minor, currency: "GBP" });
const eur = (minor: bigint) => ({ minor, currency: "EUR" });
const containing = (over: Partial<FileContent>) => ({ content: { ...content, ...over } });
const rows = (count: number) => Array.from({ length: count }, () => ({ ...row, amount: gbp(100n) }));

describe("P-19: a file that somebody can agree to", () => {
  test.each<[string, Partial<FilePayment>]>([
    ["as it comes", {}],
    ["of more payments than are shown", containing({ count: 1_000, totals: [gbp(1_000n)], firstRows: rows(10) })],
    [
      "in two currencies",
      containing({ totals: [gbp(120_050n), eur(5n)], firstRows: [row, { ...row, amount: eur(5n) }] }),
    ],
    [
      "with a currency that is below the rows that are shown",
      containing({ count: 11, totals: [gbp(1_000n), eur(5n)], firstRows: rows(10) }),
    ],
  ])("%s", (_, over) => {
    expect(canBePaidOut(aFilePayment(over))).toBe(true);
  });

  test.each<[string, Partial<FilePayment>]>([
    ["no payments", containing({ count: 0, totals: [], firstRows: [] })],
    ["a part of one", containing({ count: 10.5, totals: [gbp(1_000n)], firstRows: rows(10) })],
    ["fewer rows than there are to show", containing({ firstRows: [row] })],
    ["more rows than payments", containing({ count: 1, totals: [gbp(200_050n)] })],
    ["a row that pays nothing", containing({ totals: [row.amount], firstRows: [row, { ...row, amount: gbp(0n) }] })],
    ["a total of nothing", containing({ totals: [...content.totals, eur(0n)] })],
    ["a total that the rows do not come to", containing({ totals: [gbp(200_051n)] })],
    ["a total that is less than the rows", containing({ count: 11, totals: [gbp(999n)], firstRows: rows(10) })],
    ["two totals of one currency", containing({ totals: [gbp(200_050n), gbp(200_050n)] })],
    ["a row in a currency without a total", containing({ count: 11, totals: [eur(200_050n)], firstRows: rows(10) })],
    [
      "a payee without a name",
      containing({ totals: [gbp(240_100n)], firstRows: [row, { ...row, payee: { ...row.payee, name: "\u200B" } }] }),
    ],
    [
      "a payee of letters",
      containing({
        count: 1,
        totals: [gbp(120_050n)],
        firstRows: [{ ...row, payee: { ...row.payee, identification: "2O" } }],
      }),
    ],
    ["a flood of charges", { charges: Array.from({ length: 21 }, () => ({ bearer: "you", amount: gbp(1n) })) }],
    ["an account of letters", { debtor: { scheme: "sort-code-account-number", identification: "2O405012345678" } }],
  ])("not: %s", (_, over) => {
    expect(canBePaidOut(aFilePayment(over))).toBe(false);
  });
});
