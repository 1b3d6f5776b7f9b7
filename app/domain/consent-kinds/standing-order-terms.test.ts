import { describe, expect, test } from "vitest";
import { noonOf } from "../shared/bank-day";
import { canBeKept, firstPayments, lastDayOf, type StandingOrderTerms } from "./standing-order-terms";

const pounds = (amount: number) => ({ minor: BigInt(amount * 100), currency: "GBP" });
const on = (iso: string) => new Date(`${iso}T00:00:00Z`);
const monthly: StandingOrderTerms = {
  rhythm: { every: "months", months: 1, day: 15 },
  first: { amount: pounds(10), on: on("2027-01-15") },
};
const said = (terms: StandingOrderTerms, most = 9) =>
  firstPayments(terms, most).map(
    ({ on: day, amount }) => `${noonOf(day).toISOString().slice(0, 10)} ${amount.minor / 100n}`,
  );

describe("P-18: what a standing order pays", () => {
  test("goes on until it is stopped", () => {
    expect(said(monthly, 3)).toEqual(["2027-01-15 10", "2027-02-15 10", "2027-03-15 10"]);
    expect(lastDayOf(monthly)).toBeUndefined();
  });

  test("a first payment of another amount and day, and the others from a day of their own", () => {
    const terms = {
      ...monthly,
      first: { amount: pounds(100), on: on("2027-01-03") },
      recurring: { amount: pounds(20), from: on("2027-02-20") },
    };
    expect(said(terms, 4)).toEqual(["2027-01-03 100", "2027-02-20 20", "2027-03-15 20", "2027-04-15 20"]);
  });

  test("so many payments, the last one of another amount", () => {
    const terms = { ...monthly, count: 3, final: { amount: pounds(5) } };
    expect(said(terms)).toEqual(["2027-01-15 10", "2027-02-15 10", "2027-03-15 5"]);
    expect(noonOf(lastDayOf(terms) ?? 0).toISOString()).toContain("2027-03-15");
  });

  test("until a day, on which the last one is paid", () => {
    const terms = { ...monthly, final: { amount: pounds(7), on: on("2027-03-01") } };
    expect(said(terms)).toEqual(["2027-01-15 10", "2027-02-15 10", "2027-03-01 7"]);
  });

  test("one payment in all", () => {
    expect(said({ ...monthly, count: 1 })).toEqual(["2027-01-15 10"]);
  });

  test("the day is the bank's, in summer too", () => {
    const terms = { ...monthly, first: { amount: pounds(1), on: new Date("2027-06-30T23:30:00Z") } };
    expect(said(terms, 1)).toEqual(["2027-07-01 1"]);
  });
});

describe("C-05: which can be meant", () => {
  test("an order in order", () => expect(canBeKept({ ...monthly, count: 12 })).toBe(true));
  test.each<[string, Partial<StandingOrderTerms>]>([
    ["nothing to pay", { first: { ...monthly.first, amount: pounds(0) } }],
    ["nothing to pay later", { recurring: { amount: pounds(0) } }],
    ["two currencies", { recurring: { amount: { minor: 100n, currency: "EUR" } } }],
    ["no payments", { count: 0 }],
    ["more payments than anybody means", { count: 1_001 }],
    ["a number of payments and a last day", { count: 2, final: { on: on("2027-12-15") } }],
    ["a last day before the first", { final: { on: on("2027-01-14") } }],
    ["others that begin before the first", { recurring: { amount: pounds(1), from: on("2027-01-14") } }],
    [
      "a last day before the others begin",
      { recurring: { amount: pounds(1), from: on("2027-03-01") }, final: { on: on("2027-02-01") } },
    ],
  ])("not: %s", (_, over) => {
    expect(canBeKept({ ...monthly, ...over })).toBe(false);
  });
});
