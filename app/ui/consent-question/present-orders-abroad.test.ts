import { describe, expect, test } from "vitest";
import {
  aDomesticPayment,
  anInternationalPayment,
  anInternationalScheduledPayment,
  anInternationalStandingOrder,
} from "~/domain/consent/builders";
import { choosableOn } from "./accounts-shown";
import { paying, rowsOf, saidIn, stop } from "./present.harness";
import { type Asked, ask, euros, factsOf, mine, pounds } from "./present-orders.harness";

const today = {
  rateType: "actual",
  unitCurrency: "GBP",
  rate: "1.172",
  expiresAt: new Date("2026-03-14T14:05:00Z"),
} as const;

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
