import { describe, expect, test } from "vitest";
import type { AccountReference } from "../consent-kinds/payment-terms";
import { isSameAccount } from "./account-number";
import { aBankAccount, aDomesticPayment, anAccountAccess } from "./builders";
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

test("S-02: nothing that a TPP names chooses among the accounts to share", () => {
  const accounts = [aBankAccount(), aBankAccount({ number: MINE })];
  expect(offerAccounts(accounts, anAccountAccess()).map(({ unavailable }) => unavailable)).toEqual([
    undefined,
    undefined,
  ]);
});
