import { describe, expect, test } from "vitest";
import {
  aDomesticPayment,
  aDomesticScheduledPayment,
  aDomesticStandingOrder,
  anInternationalPayment,
  anInternationalScheduledPayment,
  anInternationalStandingOrder,
} from "~/domain/consent/builders";
import { withoutIsolates } from "~/domain/shared/isolated-text";
import { choosableOn } from "./accounts-shown";
import { numbered, paying, paymentOf, question, rowsOf, saidIn, stop } from "./present.harness";

const mine = numbered("acc-1", "20405022334401", { nickname: "Main account" });
const bills = numbered("acc-2", "20405022334402", { nickname: "Bills", balance: { minor: 1250n, currency: "GBP" } });
const euros = numbered("acc-3", "20405022334403", { nickname: "Euros", balance: { minor: 90_000n, currency: "EUR" } });

type Asked = Parameters<typeof paying>[0];
type Over = Parameters<typeof paying>[2];
const ask = (subject: Asked, accounts = [mine, bills, euros], over: Over = {}) =>
  question(paying(subject, accounts, over));
/** Label and value of each fact, as they are read. */
const factsOf = (subject: Asked, accounts = [mine, bills, euros], over: Over = {}) =>
  paymentOf(ask(subject, accounts, over)).facts.map(({ label, value, values = [] }) =>
    [`${label}: ${withoutIsolates(value)}`, ...values].join(" | ").replaceAll("\u00a0", " "),
  );
const pounds = (minor: bigint) => ({ minor, currency: "GBP" });
const today = {
  rateType: "actual",
  unitCurrency: "GBP",
  rate: "1.172",
  expiresAt: new Date("2026-03-14T14:05:00Z"),
} as const;

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

  test("payments of different amounts stand each by its name, and the title has what is paid each time", () => {
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
    expect(paymentOf(ask(order)).question.amount).toBe("£100.00");
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
      "£750.00",
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

describe("P-17: a payment abroad", () => {
  test("says both amounts, the rate and its life, the fees, the total, the bank and the country", () => {
    expect(factsOf(anInternationalPayment({ exchange: today }))).toEqual([
      "To: Maison Lumière",
      "IBAN: FR76 3000 6000 0112 3456 7890 189",
      "Their bank: Banque du Marais",
      "Its code (BIC): BNPAFRPP",
      "Country: France",
      "Amount: £500.00",
      "They get: €586.00",
      "Exchange rate: £1.00 = €1.172",
      "How long the rate holds: Until 14:05. After that you start again.",
      "Who pays the fees: You pay all the fees",
      "Charge you pay: £5.00",
      "Total that leaves your account: £505.00",
      "Reference: Facture 2027-118",
      "When: Once, as soon as you agree",
    ]);
  });

  test("a rate that holds beyond today is said with its day, an agreed one as that", () => {
    const exchange = { ...today, rateType: "agreed", expiresAt: new Date("2026-03-16T09:30:00Z") } as const;
    const held = factsOf(anInternationalPayment({ exchange })).filter((fact) => fact.startsWith("How long"));
    expect(held).toEqual([
      "How long the rate holds: We agreed this rate with you before.",
      "How long the rate holds: Until 16 March 2026 at 09:30. After that you start again.",
    ]);
  });

  test("an indicative rate makes every amount that follows from it an approximate one, and says so", () => {
    const exchange = { rateType: "indicative", unitCurrency: "GBP", rate: "1.172" } as const;
    const facts = factsOf(anInternationalPayment({ exchange }));
    expect(facts).toContain("They get: About €586.00");
    expect(facts).toContain("How long the rate holds: It is not fixed. The final amount may be different.");
    expect(facts).toContain("Total that leaves your account: £505.00");
  });

  test("without a rate nothing is worked out", () => {
    const { exchange: _, ...payment } = anInternationalPayment();
    const facts = factsOf(payment);
    expect(facts).toContain("They get: Euro");
    expect(facts).toContain("Exchange rate: We set it when we send the money. The final amount may be different.");
  });

  test("ordered in the payee's currency: what leaves depends on the account, and both are said", () => {
    const payment = anInternationalPayment({
      amount: { minor: 58_600n, currency: "EUR" },
      charges: [],
      exchange: today,
    });
    const facts = factsOf(payment).filter((fact) => /They get|Total|Amount/.test(fact));
    expect(facts).toEqual([
      "Amount: €586.00",
      "They get: €586.00",
      "Total from an account in this currency: British Pound: £500.00",
      "Total from an account in this currency: Euro: €586.00",
    ]);
    expect(choosableOn(ask(payment))).toEqual(["acc-1", "acc-2", "acc-3"]);
    // £12.50 and €900.00: each is held against what it would take of that account.
    expect(rowsOf(ask(payment)).map(({ notes }) => notes)).toEqual([[], ["This is less than the payment."], []]);
  });

  test("in one currency throughout nothing is changed: no rate is spoken of, and no other account can pay", () => {
    const payment = anInternationalPayment({
      currencyOfTransfer: "GBP",
      exchange: { rateType: "actual", unitCurrency: "GBP", rate: "1" },
    });
    expect(factsOf(payment).filter((fact) => /rate|They get/.test(fact))).toEqual([]);
    expect(factsOf(payment)).toContain("Total that leaves your account: £505.00");
    expect(choosableOn(ask(payment))).toEqual(["acc-1", "acc-2"]);
  });

  test("S-11: an account with enough for the amount and not for the customer's charges is said to be short", () => {
    const short = { ...mine, balance: pounds(50_200n) };
    const notes = (subject: Asked) => rowsOf(ask(subject, [short])).map((row) => row.notes);
    expect(notes(anInternationalPayment({ exchange: today }))).toEqual([
      ["This is less than the payment with its charges."],
    ]);
    expect(notes(anInternationalScheduledPayment({ exchange: today }))).toEqual([
      ["This is less than the payment with its charges."],
    ]);
    const charges = [{ bearer: "you", amount: pounds(500n) }] as const;
    expect(notes(aDomesticPayment({ amount: pounds(50_000n), charges }))).toEqual([
      ["This is less than the payment with its charges."],
    ]);
    expect(notes(aDomesticPayment({ amount: pounds(50_200n) }))).toEqual([[]]);
  });

  test("S-11: ordered in the customer's currency it leaves from an account in that one alone", () => {
    expect(choosableOn(ask(anInternationalPayment()))).toEqual(["acc-1", "acc-2"]);
  });

  test("of shared charges the customer pays ours, which is in the total; what is as agreed leaves it unsaid", () => {
    const charges = [{ bearer: "shared" as const, amount: pounds(500n) }];
    const shared = anInternationalPayment({ charges, chargesBorneBy: "shared", exchange: today });
    expect(factsOf(shared).filter((fact) => /fee|Total/.test(fact))).toEqual([
      "Who pays the fees: You pay our fee. The other bank may charge the payee.",
      "Our fee, which you pay: £5.00",
      "Total that leaves your account: £505.00",
    ]);
    expect(rowsOf(ask(shared, [{ ...mine, balance: pounds(50_200n) }]))[0]?.notes).toEqual([
      "This is less than the payment with its charges.",
    ]);
    const totalsOf = (over: object) =>
      factsOf(anInternationalPayment({ charges, exchange: today, ...over })).filter((fact) => fact.startsWith("Total"));
    const unknown = "We work it out when we send the money";
    expect(totalsOf({ amount: { minor: 58_600n, currency: "EUR" } })).toEqual([
      "Total from an account in this currency: British Pound: £505.00",
      `Total from an account in this currency: Euro: ${unknown}`,
    ]);
    expect(totalsOf({ charges: [{ bearer: "by-agreement", amount: pounds(500n) }] })).toEqual([
      `Total that leaves your account: ${unknown}`,
    ]);
  });

  test("a rate that ran out: no question, whatever the last answer was, and nothing was paid", () => {
    const exchange = { ...today, expiresAt: new Date("2026-03-14T10:00:00Z") };
    for (const over of [{}, { problem: "request-closed" as const }]) {
      const page = stop(paying(anInternationalPayment({ exchange }), [mine], over));
      expect(page).toMatchObject({ is: "rate-expired", way: { by: "refusing" } });
      expect(saidIn(page)).toMatch(/exchange rate has run out.*No money has left your account/);
    }
  });

  test("on a day to come, and again and again, it says when as those at home do", () => {
    expect(factsOf(anInternationalScheduledPayment()).at(-1)).toBe("When: Once, on 3 March 2027");
    const order = factsOf(anInternationalStandingOrder());
    expect(order).toContain("Country: France");
    const rate = "Exchange rate: We change each payment at the rate of its day.";
    expect(order).toContain(`${rate} The amount they get can vary.`);
    expect(order).toContain("Charge you pay: £5.00 for each payment");
    const inEuros = anInternationalStandingOrder({
      first: { amount: { minor: 20_000n, currency: "EUR" }, on: new Date("2027-03-25T00:00:00Z") },
    });
    expect(factsOf(inEuros)).toContain(`${rate} The amount that leaves your account can vary.`);
    expect(factsOf(inEuros, [euros]).filter((fact) => fact.startsWith("Exchange"))).toEqual([]);
    expect(order.at(-2)).toBe(
      "The next payments: £200.00 on 25 March 2027 | £200.00 on 24 June 2027 | £200.00 on 29 September 2027",
    );
  });

  test("C-03: the account that pays is never among the facts, nor the payee among the accounts", () => {
    for (const subject of [
      anInternationalPayment(),
      anInternationalScheduledPayment(),
      anInternationalStandingOrder(),
    ]) {
      const view = ask(subject);
      expect(saidIn(view.accounts)).not.toMatch(/Lumière|0189|Marais|BNPA/);
      expect(saidIn(view.subject)).not.toMatch(/Main account|Bills|4401|4402/);
    }
  });
});
