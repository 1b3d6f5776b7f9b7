import { describe, expect, test } from "vitest";
import { aDomesticPayment } from "~/domain/consent/builders";
import { withoutIsolates } from "~/domain/shared/isolated-text";
import { numbered, paying, paymentOf, question, rowsOf, saidIn, stop } from "./present.harness";

describe("domestic payment", () => {
  const mine = numbered("acc-1", "20405022334401", { nickname: "Main account" });
  const bills = numbered("acc-2", "20405022334402", { nickname: "Bills", balance: { minor: 1250n, currency: "GBP" } });

  test("C-03: the payee is shown as the payee, in full, and never among the accounts that pay", () => {
    const view = question(paying(aDomesticPayment(), [mine, bills]));
    const facts = paymentOf(view).facts.map(({ id, label, value }) => [id, label, withoutIsolates(value)]);
    expect(facts).toEqual([
      ["payee", "To", "Harbour Books Ltd"],
      ["payee-account", "Sort code", "20-40-50"],
      ["payee-account", "Account number", "12345678"],
      ["amount", "Amount", "£42.50"],
      ["reference", "Reference", "Order 7781"],
      ["when", "When", "Once, as soon as you agree"],
    ]);
    expect(saidIn(view.accounts)).not.toMatch(/Harbour|5678/);
    expect(saidIn(view.subject)).not.toMatch(/Main account|Bills|4401|4402/);
  });

  test("C-03: the account named by the app is shown as the account that pays, and never as the payee", () => {
    const payment = aDomesticPayment({ debtor: mine.number });
    const view = question(paying(payment, [mine, bills]));
    expect(view.accounts).toMatchObject({
      choice: "locked",
      groups: [{ rows: [{ id: "acc-1", number: "••••4401", chosen: false }] }],
    });
    expect(view.accounts.unavailable).toBeUndefined();
    expect(saidIn(view.subject)).not.toMatch(/4401|Main account/);
    expect(withoutIsolates(view.summary)).toContain("from Main account to Harbour Books Ltd");
  });

  test("C-03: without a named account the customer chooses one", () => {
    const view = question(paying(aDomesticPayment(), [mine, bills]));
    expect(view.accounts).toMatchObject({ choice: "one", groups: [{ rows: [{ id: "acc-1" }, { id: "acc-2" }] }] });
  });

  test("a named account of somebody else stops the page, and is shown masked", () => {
    const foreign = { scheme: "sort-code-account-number" as const, identification: "20405099999999" };
    const page = stop(paying(aDomesticPayment({ debtor: foreign }), [mine]));
    expect(page).toMatchObject({ is: "named-account-not-yours", way: { by: "refusing" } });
    expect(saidIn(page)).toContain("••••9999");
    expect(saidIn(page)).not.toContain("99999999");
  });

  test("a named account that cannot pay stops the page, with the reason", () => {
    const savings = { ...mine, canPay: false };
    const page = stop(paying(aDomesticPayment({ debtor: mine.number }), [savings, bills]));
    expect(page.is).toBe("named-account-unavailable");
    expect(saidIn(page)).toContain("can’t pay other people from this account");
  });

  test("amount, payee and reference stand apart, in the title and on the button too", () => {
    const view = question(paying(aDomesticPayment({ reference: "£1.00 to Somebody" }), [mine]));
    const { verb, amount, to } = paymentOf(view).question;
    expect([verb, amount, withoutIsolates(to)]).toEqual(["Pay", "£42.50", "to Harbour Books Ltd?"]);
    expect(view.allow).toBe("Pay £42.50");
    expect(withoutIsolates(view.summary)).toContain("can send £42.50 from the account you choose to Harbour Books Ltd");
    expect(view.summary).not.toContain("£1.00");
  });

  test("the customer's own charge is added up, another's is not", () => {
    const charge = (bearer: "you" | "payee" | "shared" | "by-agreement", minor: bigint) => ({
      bearer,
      amount: { minor, currency: "GBP" },
    });
    const totalWith = (...charges: ReturnType<typeof charge>[]) =>
      paymentOf(question(paying(aDomesticPayment({ charges }), [mine]))).facts.find(({ id }) => id === "total")?.value;
    expect(totalWith(charge("you", 35n), charge("payee", 99n))).toBe("£42.85");
    expect(totalWith(charge("payee", 99n))).toBeUndefined();
    // Of a shared charge what is announced is the customer's part; by agreement nobody here knows whose it is.
    expect(totalWith(charge("you", 35n), charge("shared", 99n))).toBe("£43.84");
    expect(totalWith(charge("you", 35n), charge("by-agreement", 99n))).toBeUndefined();
  });

  test("S-11: the balance stands at each account, and says when it is less than the payment", () => {
    const overdrawn = numbered("acc-3", "20405022334403", { balance: { minor: -2000n, currency: "GBP" } });
    const rows = rowsOf(question(paying(aDomesticPayment(), [mine, bills, overdrawn])));
    expect(rows.map((row) => row.balance)).toEqual(["Balance £1,234.56", "Balance £12.50", "Overdrawn by £20.00"]);
    expect(rows.map((row) => row.notes.length)).toEqual([0, 1, 1]);
  });

  test.each([
    ["choose-an-account", "Choose the account to pay from."],
    ["choose-one-account", "Choose only one account. A payment leaves from one account."],
    ["account-not-offered", "One of the accounts can’t be used. Choose again from the list."],
  ] as const)("%s is said at the accounts and linked from the top", (problem, message) => {
    const view = question(paying(aDomesticPayment(), [mine], { problem }));
    expect(view.accounts.error).toBe(message);
    expect(view.problem).toMatchObject({ message, href: "#account-1" });
  });

  test("a payee without a visible name is no payee", () => {
    const payment = aDomesticPayment({ payee: { ...aDomesticPayment().payee, name: "\u2800" } });
    expect(stop(paying(payment, [mine])).is).toBe("not-understood");
  });
});
