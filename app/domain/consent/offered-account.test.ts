import { describe, expect, test } from "vitest";
import type { InternationalPayment } from "../consent-kinds/international-payment";
import type { AccountReference } from "../consent-kinds/payment-terms";
import { isSameAccount } from "./account-number";
import { aBankAccount, aDomesticPayment, anAccountAccess, anInternationalPayment } from "./builders";
import { type BankAccount, offerAccounts } from "./offered-account";

const MINE: AccountReference = { scheme: "sort-code-account-number", identification: "20405022334404" };
const named = (identification: string, scheme: AccountReference["scheme"] = MINE.scheme) => ({
  scheme,
  identification,
});

describe("S-02: the account that a TPP named", () => {
  test.each([
    ["as the bank writes it", named("20405022334404")],
    ["with hyphens", named("20-40-50 22334404")],
    ["with spaces of other kinds", named("\u00a0204050\u202f2233 4404 ")],
    ["with hyphens of other kinds", named("20\u201140\u201150\u201322334404")],
    ["by its IBAN", named("GB53NLGT20405022334404", "iban")],
    ["by its IBAN as it is printed", named("gb53 nlgt 2040 5022 3344 04", "iban")],
  ])("is known %s", (_, debtor) => {
    expect(isSameAccount(MINE, debtor)).toBe(true);
    expect(
      offerAccounts([aBankAccount({ number: MINE })], aDomesticPayment({ debtor }))[0]?.unavailable,
    ).toBeUndefined();
  });

  test.each([
    ["another number", named("20405022334405")],
    ["a number that begins like it", named("204050223344041")],
    ["the same digits of a card", named("20405022334404", "card")],
    ["an IBAN that was mistyped", named("GB54NLGT20405022334404", "iban")],
    ["an IBAN of another country", named("DE53NLGT20405022334404", "iban")],
    ["nothing", named("")],
  ])("is not %s", (_, debtor) => {
    expect(isSameAccount(MINE, debtor)).toBe(false);
    expect(offerAccounts([aBankAccount({ number: MINE })], aDomesticPayment({ debtor }))[0]?.unavailable).toBe(
      "not-the-named-account",
    );
  });

  test.each<[string, Partial<BankAccount>, string]>([
    ["closed", { open: false }, "closed"],
    ["of a kind that cannot pay", { canPay: false }, "cannot-pay"],
    ["in another currency", { balance: { minor: 1n, currency: "EUR" } }, "other-currency"],
  ])("is not offered when it is %s", (_, over, because) => {
    const offered = offerAccounts([aBankAccount({ number: MINE, ...over })], aDomesticPayment({ debtor: MINE }));
    expect(offered[0]?.unavailable).toBe(because);
  });
});

describe("S-11: the currency of the account that pays abroad", () => {
  const [pounds, euros, dollars] = ["GBP", "EUR", "USD"].map((currency) =>
    aBankAccount({ balance: { minor: 1n, currency } }),
  ) as [BankAccount, BankAccount, BankAccount];
  const rate = { rateType: "actual", unitCurrency: "GBP", rate: "1.172" } as const;
  const usable = (over: Partial<InternationalPayment>) => {
    const { exchange: _, ...payment } = anInternationalPayment();
    return offerAccounts([pounds, euros, dollars], { ...payment, ...over }).map(({ unavailable }) => !unavailable);
  };
  const inEuros = { amount: { minor: 100n, currency: "EUR" } };

  test.each<[string, Partial<InternationalPayment>, boolean[]]>([
    ["is that of the amount", { exchange: rate }, [true, false, false]],
    ["is that of the amount without a rate too", {}, [true, false, false]],
    ["is the payee's or the one that the rate is from", { ...inEuros, exchange: rate }, [true, true, false]],
    [
      "is the payee's alone where the rate names no other: nobody knows which account it is for",
      { ...inEuros, exchange: { ...rate, unitCurrency: "EUR" } },
      [false, true, false],
    ],
    ["is any where there is no rate", inEuros, [true, true, true]],
  ])("%s", (_, over, expected) => expect(usable(over)).toEqual(expected));
});

test("S-02: nothing that a TPP names chooses among the accounts to share", () => {
  const accounts = [aBankAccount(), aBankAccount({ number: MINE })];
  expect(offerAccounts(accounts, anAccountAccess()).map(({ unavailable }) => unavailable)).toEqual([
    undefined,
    undefined,
  ]);
});
