import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { aDomesticPayment } from "~/domain/consent/builders";
import type { DomesticPayment } from "~/domain/consent-kinds/domestic-payment";
import type { PayeeCheck } from "~/domain/consent-kinds/payee-check";
import { isolated, withoutIsolates } from "~/domain/shared/isolated-text";
import { parseMoney } from "~/domain/shared/money";
import { numbered, paying, paymentOf, question, rowsOf, saidIn } from "./present.harness";

const mine = numbered("acc-1", "20405022334401", { nickname: "Main account" });
const bills = numbered("acc-2", "20405022334402", { nickname: "Bills" });

const view = (over: Partial<DomesticPayment>, payeeCheck?: PayeeCheck) => {
  const payment = aDomesticPayment(over);
  const { currency } = payment.amount;
  const accounts = [mine, bills].map((account) => ({ ...account, balance: { minor: 5_000_000n, currency } }));
  return question(paying(payment, accounts, payeeCheck ? { payeeCheck } : {}));
};
const factsOf = (over: Partial<DomesticPayment>, payeeCheck?: PayeeCheck) => paymentOf(view(over, payeeCheck)).facts;
const fact = (over: Partial<DomesticPayment>, id: string) => factsOf(over).find((each) => each.id === id)?.value;
const payeeNamed = (name: string) => ({ payee: { ...aDomesticPayment().payee, name } });
const debtor = mine.number;

describe("C-03: a payment cannot be mistaken for another", () => {
  test.each([
    ["an amount", "£1.00"],
    ["an amount and a payee", "£1.00 to Grace Okoye"],
    ["the account that pays", "Main account"],
    ["the account number that pays", "20-40-50 22334401"],
    ["the customer", "Grace Okoye"],
    ["the bank", "Northlight Bank"],
    ["a button", "Don’t pay"],
    ["markup", "<b>Harbour</b>"],
    ["another script", "مكتبة الميناء (2) £5"],
  ])("a payee called like %s is the payee, and nothing else", (_, name) => {
    for (const over of [payeeNamed(name), { ...payeeNamed(name), debtor }]) {
      const page = view(over);
      const { facts, question: asked } = paymentOf(page);
      expect(facts.map(({ id }) => id)).toEqual([
        "payee",
        "payee-account",
        "payee-account",
        "amount",
        "reference",
        "when",
      ]);
      expect(facts[0]).toEqual({ id: "payee", label: "To", value: isolated(name) });
      expect([asked.verb, asked.amount, asked.to]).toEqual(["Pay", "£42.50", `to ${isolated(name)}?`]);
      expect(page.allow).toBe("Pay £42.50");
      expect(rowsOf(page).map((row) => withoutIsolates(row.nickname))[0]).toBe("Main account");
    }
  });

  test("a reference that looks like an account number, an amount or a payee is the reference", () => {
    for (const reference of ["20-40-50 12345678", "£9,999.00", "To: Grace Okoye", "\u202Ereversed"]) {
      const facts = factsOf({ reference });
      expect(facts.filter(({ id }) => id === "payee-account")).toHaveLength(2);
      const plain = reference.replace("\u202E", "");
      expect(facts.filter(({ value }) => withoutIsolates(value) === plain)).toEqual([
        { id: "reference", label: "Reference", value: isolated(plain) },
      ]);
    }
  });

  test("the account that pays is never among the facts, the payee never among the accounts", () => {
    for (const over of [{}, { debtor }]) {
      const page = view(over);
      expect(saidIn(page.subject)).not.toMatch(/Main account|Bills|4401|4402/);
      expect(saidIn(page.accounts)).not.toMatch(/Harbour|5678/);
    }
  });

  test("paying oneself by another account shows both, each in its place", () => {
    const page = view({ payee: { ...bills.number, name: "Grace Okoye" }, debtor });
    expect(fact({ payee: { ...bills.number, name: "Grace Okoye" } }, "payee")).toBe(isolated("Grace Okoye"));
    expect(saidIn(paymentOf(page).facts)).toContain("22334402");
    expect(rowsOf(page).map(({ id }) => id)).toEqual(["acc-1"]);
  });

  test.each([
    ["4250", "JPY", "JP¥4,250"],
    ["4250", "KRW", "₩4,250"],
    ["42.505", "KWD", "KWD\u00A042.505"],
    ["0.01", "GBP", "£0.01"],
    ["9999999999999.99", "GBP", "£9,999,999,999,999.99"],
    ["42.50", "EUR", "€42.50"],
  ])("%s %s is written %s, in the title, among the facts and on the button", (amount, currency, written) => {
    const money = parseMoney(amount, currency);
    if (!money) throw new Error("an amount");
    const page = view({ amount: money });
    expect(fact({ amount: money }, "amount")).toBe(written);
    expect(paymentOf(page).question.amount).toBe(written);
    expect(page.allow).toBe(`Pay ${written}`);
  });

  test("whatever a TPP writes, the amount that is shown is the amount that is asked for", () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 1n, max: 10n ** 15n }),
        fc.string({ minLength: 1, unit: "grapheme" }),
        (minor, name) => {
          const page = question(
            paying(aDomesticPayment({ amount: { minor, currency: "GBP" }, ...payeeNamed(`x${name}`) }), [mine]),
          );
          const written = paymentOf(page).question.amount;
          expect(BigInt(written.replace(/\D/g, ""))).toBe(minor);
          expect(
            paymentOf(page)
              .facts.filter(({ id }) => id === "amount")
              .map(({ value }) => value),
          ).toEqual([written]);
          expect(page.allow).toBe(`Pay ${written}`);
        },
      ),
    );
  });
});

describe("P-17: whose account it is", () => {
  const said = (payeeCheck: PayeeCheck) => {
    const found = factsOf({}, payeeCheck).find(({ id }) => id === "name-check");
    return found && withoutIsolates(found.value);
  };

  test.each<[PayeeCheck, string]>([
    [{ result: "match" }, "The name matches this account."],
    [
      { result: "close-match", name: "Harbour Books & Prints" },
      "This account is in the name of Harbour Books & Prints. Check that this is who you mean to pay.",
    ],
    [{ result: "no-match" }, "The name doesn’t match this account. Check the details with whoever you want to pay."],
    [{ result: "unavailable" }, "We couldn’t check the name on this account. Check the details before you pay."],
    [
      { result: "close-match", name: "\u200B" },
      "We couldn’t check the name on this account. Check the details before you pay.",
    ],
  ])("%j is said with what to do, right below the account", (check, sentence) => {
    expect(said(check)).toBe(sentence);
    expect(factsOf({}, check).map(({ id }) => id)).toEqual([
      "payee",
      "payee-account",
      "payee-account",
      "name-check",
      "amount",
      "reference",
      "when",
    ]);
  });

  test("it never blocks: the answers are the same whatever was found", () => {
    const answers = (["match", "no-match", "unavailable"] as const).map((result) => {
      const { allow, refuse, problem, summary } = view({}, { result });
      return { allow, refuse, problem, summary };
    });
    expect(new Set(answers.map((each) => JSON.stringify(each))).size).toBe(1);
  });

  test("a name that was found is the bank’s text, and isolated", () => {
    const found = factsOf({}, { result: "close-match", name: "شركة\u202E £5" }).find(({ id }) => id === "name-check");
    expect(found?.value).toContain(isolated("شركة £5"));
  });
});
