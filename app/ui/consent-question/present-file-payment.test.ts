import { describe, expect, test } from "vitest";
import { aConsentRequest } from "~/domain/consent/builders";
import { offerAccounts } from "~/domain/consent/offered-account";
import { aFilePayment } from "~/domain/consent-kinds/builders";
import type { FilePayment, FileRow } from "~/domain/consent-kinds/file-payment";
import { isolated, leftToRight, withoutIsolates } from "~/domain/shared/isolated-text";
import type { FilePaymentView } from "../consent-kinds/file-payment-view";
import { numbered, question, rowsOf, saidIn, stop } from "./present.harness";

const mine = numbered("acc-1", "20405022334401", { balance: { minor: 200_000n, currency: "GBP" } });
const euros = numbered("acc-2", "20405022334402", { balance: { minor: 9_999_999n, currency: "EUR" } });
const gbp = (minor: bigint) => ({ minor, currency: "GBP" });

const asking = (over: Partial<FilePayment> = {}) => {
  const subject = aFilePayment(over);
  return { request: aConsentRequest({ subject }), offered: offerAccounts([mine, euros], subject) };
};
const fileOf = (over: Partial<FilePayment> = {}) => question(asking(over)).subject as FilePaymentView;
const factsOf = (over: Partial<FilePayment> = {}) =>
  fileOf(over).facts.map(({ id, value }) => `${id}: ${withoutIsolates(value).replaceAll("\u00a0", " ")}`);

const row = (at: number): FileRow => ({
  payee: { name: `Payee ${at}`, scheme: "sort-code-account-number", identification: `2040501111${1000 + at}` },
  amount: gbp(100n + BigInt(at)),
});
const large = {
  count: 1_250,
  totals: [gbp(5_000_000n)],
  firstRows: Array.from({ length: 10 }, (_, at) => row(at)),
};

describe("P-19: a file in summary", () => {
  test("how many, how much, when, and that it is the file that was announced", () => {
    expect(factsOf()).toEqual([
      "count: 2",
      "total: £2,000.50",
      "reference: Wages March",
      "when: Once, as soon as you agree",
      "check: We counted and added up the payments ourselves. It is the file that Budget Beacon told us of, with nothing changed.",
    ]);
    expect(factsOf({ executeOn: new Date("2026-03-31T12:00:00Z") })).toContain("when: Once, on 31 March 2026");
    const { summary, afterwards } = question(asking({ executeOn: new Date("2026-03-31T12:00:00Z") }));
    expect(afterwards.text).toMatch(/^You can stop these payments until the day before they leave: call /);
    expect(summary.replaceAll("\u00a0", " ")).toMatch(/They leave on 31 March 2026\.$/);
  });

  test("its own charges, and what leaves the account with them", () => {
    const charges = [{ bearer: "you", amount: gbp(500n) }] as const;
    expect(factsOf({ charges }).slice(1, 4)).toEqual(["total: £2,000.50", "charge: £5.00", "total: £2,005.50"]);
  });

  test("the first ten one by one, and said to be the first of more", () => {
    expect(fileOf().rows.title).toBe("All payments in the file");
    const { rows } = fileOf({ content: large });
    expect(rows.title).toBe("The first ten of 1,250");
    expect(rows.items.map(({ payee, amount }) => [payee, amount])).toEqual(
      large.firstRows.map(({ payee }, at) => [isolated(payee.name), `£1.0${at}`]),
    );
  });

  test("all of them can be had where the authorization server gives them, and else nobody speaks of it", () => {
    const { request, ...rest } = asking({ content: large });
    const readable = question({ ...rest, request: { ...request, fileReadable: true } }).subject as FilePaymentView;
    expect(readable.rows.download).toBe("See every payment in a spreadsheet file");
    expect(fileOf({ content: large }).rows.download).toBeUndefined();
  });

  test("each payee’s account in full, digits singly for whoever hears it", () => {
    const [first] = fileOf().rows.items;
    // In one piece, so that no language puts the number before the sort code.
    expect(first?.account).toBe(leftToRight("20-40-50 11110001"));
    expect(first?.spokenAccount).toBe("2 0 4 0 5 0 1 1 1 1 0 0 0 1");
    expect(withoutIsolates(first?.reference ?? "")).toBe("Reference: March");
  });

  test("one sum is the question and the answer; of two currencies neither stands for the other", () => {
    const view = question(asking());
    expect([fileOf().question, view.allow]).toEqual([
      { verb: "Pay", amount: "£2,000.50", to: "in 2 payments?" },
      "Pay £2,000.50",
    ]);
    const executeOn = new Date("2027-06-14T09:00:00Z");
    expect(question(asking({ executeOn })).allow).toBe("Pay £2,000.50 on 14\u00a0June\u00a02027");
    const content = {
      count: 2,
      totals: [gbp(100n), { minor: 101n, currency: "EUR" }],
      firstRows: [row(0), { ...row(1), amount: { minor: 101n, currency: "EUR" } }],
    };
    expect(fileOf({ content }).question).toEqual({ verb: "Make", amount: "2 payments", to: "from this file?" });
    expect(question(asking({ content })).allow).toBe("Pay £1.00 and €1.01");
    expect(factsOf({ content }).filter((fact) => fact.startsWith("total"))).toEqual(["total: £1.00", "total: €1.01"]);
    expect(factsOf({ content })).toContain(
      "rate: We set it when we send the money. The final amount may be different.",
    );
    expect(factsOf().join()).not.toContain("rate:");
  });

  test("the account that pays holds enough or is said not to; another currency cannot be used", () => {
    const { accounts } = question(asking());
    expect(rowsOf(question(asking())).map(({ id, notes }) => [id, notes])).toEqual([
      ["acc-1", ["This is less than the payments come to."]],
    ]);
    expect(saidIn(accounts.unavailable)).toContain("another currency");
  });

  test("C-03: what a row says is never among the facts, and no fact among the rows", () => {
    const content = { count: 1, totals: [gbp(100n)], firstRows: [{ ...row(0), reference: "Total: £9.99" }] };
    expect(factsOf({ content }).join()).not.toMatch(/Payee 0|9\.99/);
    expect(fileOf({ content }).rows.items[0]?.amount).toBe("£1.00");
  });

  test.each([
    ["not-understood", { content: { ...large, totals: [gbp(1n)] } }],
    ["day-passed", { executeOn: new Date("2026-03-13T12:00:00Z") }],
    ["named-account-not-yours", { debtor: { ...mine.number, identification: "20405099999999" } }],
  ] as const)("stops: %s", (is, over) => {
    expect(stop(asking(over)).is).toBe(is);
  });
});
