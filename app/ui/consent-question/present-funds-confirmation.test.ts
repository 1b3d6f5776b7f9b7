import { expect, test } from "vitest";
import { aConsentRequest } from "~/domain/consent/builders";
import { offerAccounts } from "~/domain/consent/offered-account";
import { aFundsConfirmation } from "~/domain/consent-kinds/builders";
import type { FundsConfirmation } from "~/domain/consent-kinds/funds-confirmation";
import { withoutIsolates } from "~/domain/shared/isolated-text";
import { numbered, question, rowsOf, saidIn, stop } from "./present.harness";

const mine = numbered("acc-1", "20405022334401", { nickname: "Main account" });
const bills = numbered("acc-2", "20405022334402", { nickname: "Bills" });
const card = numbered("acc-3", "20405022334403", { nickname: "Old", open: false });

const asking = (over: Partial<FundsConfirmation> = {}) => {
  const subject = aFundsConfirmation({ debtor: bills.number, ...over });
  return { request: aConsentRequest({ subject }), offered: offerAccounts([mine, bills, card], subject) };
};

test("it says that the answer is yes or no, who gets it, until when, and where past answers are", () => {
  const said = saidIn(question(asking()).subject).replaceAll("\u00a0", " ");
  expect(said).toContain("Only yes or no, never how much you have");
  expect(said).toContain("Budget Beacon");
  expect(said).toContain("On 14 March 2027");
  expect(said).toContain(
    "You find what we answered on your connected apps page at Northlight Bank, or call us on 0800 555 0199.",
  );
  expect(said).toContain("see how much you have");
});

test("S-02: the account that was named is shown and locked, and no balance with it", () => {
  const { accounts, summary } = question(asking());
  expect(accounts.choice).toBe("locked");
  expect(accounts.groups.flatMap(({ rows }) => rows.map(({ id, balance }) => [id, balance]))).toEqual([
    ["acc-2", undefined],
  ]);
  expect(accounts).not.toHaveProperty("unavailable");
  expect(withoutIsolates(summary).replaceAll("\u00a0", " ")).toContain("in Bills, until 14 March 2027.");
  expect(rowsOf(question(asking({ debtor: mine.number }))).map(({ id }) => id)).toEqual(["acc-1"]);
});

test("a balance or another account is nowhere on the page", () => {
  expect(saidIn(question(asking()))).not.toMatch(/1,234\.56|Main account|4401/);
});

test.each([
  ["named-account-not-yours", { debtor: { ...mine.number, identification: "20405099999999" } }],
  ["named-account-unavailable", { debtor: card.number }],
  ["not-understood", { expiresAt: new Date("2026-03-14T09:00:00Z") }],
] as const)("stops: %s", (is, over) => {
  const found = stop(asking(over));
  expect(found.is).toBe(is);
  expect(saidIn(found)).not.toMatch(/asked to pay|Was anything paid/);
});
