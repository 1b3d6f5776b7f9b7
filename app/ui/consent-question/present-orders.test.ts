import { describe, expect, test } from "vitest";
import { aDomesticScheduledPayment, aDomesticStandingOrder } from "~/domain/consent/builders";
import { withoutIsolates } from "~/domain/shared/isolated-text";
import { paying, paymentOf, rowsOf, saidIn, stop } from "./present.harness";
import { ask, factsOf, mine, pounds } from "./present-orders.harness";

describe("a payment on a day to come", () => {
  test("C-03, P-17: who, how much, what for and when cannot be taken for one another", () => {
    const view = ask(aDomesticScheduledPayment());
    expect(withoutIsolates(view.documentTitle).replaceAll("\u00a0", " ")).toContain(
      "Pay £42.50 to Harbour Books Ltd on 3 March 2027?",
    );
    expect(factsOf(aDomesticScheduledPayment())).toEqual([
      "To: Harbour Books Ltd",
      "Sort code: 20-40-50",
      "Account number: 12345678",
      "Amount: £42.50",
      "Reference: Order 7781",
      "When: Once, on 3 March 2027",
    ]);
    expect(view.allow.replaceAll("\u00a0", " ")).toBe("Pay £42.50 on 3 March 2027");
    expect(withoutIsolates(view.summary).replaceAll("\u00a0", " ")).toBe(
      "If you agree, Budget Beacon can set up a payment of £42.50 from the account you choose to Harbour Books Ltd. It leaves on 3 March 2027, once.",
    );
    expect(saidIn(view.accounts)).not.toMatch(/Harbour|5678/);
    expect(saidIn(view.subject)).not.toMatch(/Main account|4401/);
  });

  test("S-02: from the account that the app named", () => {
    const view = ask(aDomesticScheduledPayment({ debtor: mine.number }));
    expect(view.accounts.choice).toBe("locked");
    expect(withoutIsolates(view.summary)).toContain("from Main account to Harbour Books Ltd");
  });

  test("a day that is over: no question, and the app is told when the customer goes back", () => {
    const page = stop(paying(aDomesticScheduledPayment({ executeOn: new Date("2026-03-13T12:00:00Z") }), [mine]));
    expect(page).toMatchObject({ is: "day-passed", way: { by: "refusing" } });
    expect(saidIn(page)).toContain("No. No money has left your account.");
  });
});

describe("P-18: a standing order", () => {
  test("says its rhythm in words and its next payments with their days", () => {
    const order = aDomesticStandingOrder({ charges: [{ bearer: "you", amount: pounds(35n) }] });
    expect(factsOf(order)).toEqual([
      "To: Harbour Books Ltd",
      "Sort code: 20-40-50",
      "Account number: 12345678",
      "Amount: £750.00",
      "Charge you pay: £0.35",
      "Reference: Order 7781",
      "How often: Every month on the 15th",
      "The next payments: £750.00 on 15 May 2027 | £750.00 on 15 June 2027 | £750.00 on 15 July 2027",
      "How long: Until you stop it",
    ]);
    expect(withoutIsolates(ask(order).summary)).toBe(
      "If you agree, Budget Beacon can set up a standing order of £750.00 from the account you choose to Harbour Books Ltd: every month on the 15th.",
    );
    expect(withoutIsolates(ask(order).documentTitle)).toContain(
      "Pay £750.00 to Harbour Books Ltd every month on the 15th?",
    );
  });

  test("payments of different amounts stand each by its name, and the title and the button have all of them", () => {
    const order = aDomesticStandingOrder({
      rhythm: { every: "weeks", weeks: 2, weekday: 5 },
      first: { amount: pounds(12_500n), on: new Date("2026-04-01T00:00:00Z") },
      recurring: { amount: pounds(10_000n), from: new Date("2026-04-10T00:00:00Z") },
      final: { amount: pounds(2_550n) },
      count: 3,
    });
    expect(factsOf(order).slice(3)).toEqual([
      "First payment: £125.00",
      "Then each time: £100.00",
      "Last payment: £25.50",
      "Reference: Order 7781",
      "How often: Every 2 weeks on Friday",
      "The next payments: £125.00 on 1 April 2026 | £100.00 on 10 April 2026 | £25.50 on 24 April 2026",
      "How long: 3 payments, the last on 24 April 2026",
    ]);
    const each = "£125.00, then £100.00, and £25.50 at the end";
    expect(paymentOf(ask(order)).question.amount).toBe(each);
    expect([ask(order).documentTitle, ask(order).allow]).toEqual([
      expect.stringContaining(`Pay ${each} to Harbour Books Ltd every 2 weeks on Friday?`),
      expect.stringContaining(each),
    ]);
    const ends = "every 2 weeks on Friday. The first payment is £125.00, on 1 April 2026. The last payment is £25.50.";
    expect(withoutIsolates(ask(order).summary).replaceAll("\u00a0", " ")).toContain(`to Harbour Books Ltd: ${ends}`);
    expect(withoutIsolates(ask({ ...order, debtor: mine.number }).summary).replaceAll("\u00a0", " ")).toContain(
      `to Harbour Books Ltd: ${ends}`,
    );
    // The first one leaves first.
    const short = { ...mine, balance: pounds(11_000n) };
    expect(rowsOf(ask(order, [short]))[0]?.notes).toEqual(["This is less than the payment."]);
  });

  test.each([
    [{ every: "day" }, "Every day"],
    [{ every: "working-day" }, "Every working day, Monday to Friday"],
    [{ every: "days", days: 10 }, "Every 10 days"],
    [{ every: "weeks", weeks: 1 }, "Every week on Saturday"],
    [{ every: "week-of-month", week: 2, weekday: 3 }, "Every month on the second Wednesday"],
    [{ every: "week-of-month", week: 5, weekday: 1 }, "Every month on the last Monday"],
    [{ every: "months", months: 1 }, "Every month on the 15th"],
    [{ every: "months", months: 3, day: 2 }, "Every 3 months on the 2nd"],
    [{ every: "months", months: 1, day: 31 }, "Every month on the 31st"],
    [{ every: "months", months: 1, day: -1 }, "Every month on the last day"],
    [{ every: "months", months: 6, day: -3 }, "Every 6 months 2 days before the last one"],
    [{ every: "quarter-day", of: "english" }, "Every quarter, on 25 March, 24 June, 29 September and 25 December"],
  ] as const)("%j", (rhythm, said) => {
    expect(factsOf(aDomesticStandingOrder({ rhythm }))).toContain(`How often: ${said}`);
  });

  test("speaks of no amount that is never paid", () => {
    const times = { recurring: { amount: pounds(100n) }, final: { amount: pounds(300n) } };
    const amounts = (over: object) =>
      factsOf(aDomesticStandingOrder({ ...times, ...over })).filter((fact) => /^(Amount|First|Then|Last)/.test(fact));
    const title = (over: object) => paymentOf(ask(aDomesticStandingOrder({ ...times, ...over }))).question.amount;
    // The first is the only one, and is what is asked for.
    expect([amounts({ count: 1 }), title({ count: 1 })]).toEqual([["Amount: £750.00"], "£750.00"]);
    const first = aDomesticStandingOrder().first.on;
    const sameDay = { final: { ...times.final, on: first } };
    expect([amounts(sameDay), title(sameDay)]).toEqual([["Amount: £750.00"], "£750.00"]);
    expect([amounts({ count: 2 }), title({ count: 2 })]).toEqual([
      ["First payment: £750.00", "Last payment: £3.00"],
      "£750.00, and £3.00 at the end",
    ]);
    const summary = (over: object) =>
      ask(aDomesticStandingOrder({ ...times, ...over })).summary.replaceAll("\u00a0", " ");
    expect(summary({ count: 1 })).not.toMatch(/first|last/);
    expect(summary({ count: 2 })).toMatch(/15th\. The last payment is £3\.00\.$/);
    expect(summary({})).toMatch(/15th\. The first payment is £750\.00, on 15 May 2027\.$/);
    // No last one comes before it is stopped.
    expect(amounts({})).toEqual(["First payment: £750.00", "Then each time: £1.00"]);
  });

  test("ends on a day", () => {
    const order = aDomesticStandingOrder({ final: { on: new Date("2028-01-31T00:00:00Z") } });
    expect(factsOf(order).at(-1)).toBe("How long: The last payment is on 31 January 2028");
  });
});
