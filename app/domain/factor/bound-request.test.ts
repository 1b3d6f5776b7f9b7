import { expect, test } from "vitest";
import { A_SUBJECT_OF, aDomesticPayment, aDomesticStandingOrder } from "../consent/builders";
import { CONSENT_KINDS, traitsOf } from "../consent-kinds/index";
import { asAccountId, asVisitId } from "../shared/ids";
import { type BoundRequest, challengeText, moneyIn } from "./bound-request";

const payee = aDomesticPayment().payee;
const bound: BoundRequest = {
  nonce: "n",
  visit: asVisitId("v"),
  payloadHash: "p",
  shownHash: "s",
  accountIds: [asAccountId("a"), asAccountId("b")],
  amounts: [{ minor: 4250n, currency: "GBP" }],
  payee,
};

test.each([
  ["the nonce", { nonce: "m" }],
  ["the visit", { visit: asVisitId("w") }],
  ["the request", { payloadHash: "q" }],
  ["the page", { shownHash: "t" }],
  ["an account", { accountIds: [asAccountId("a"), asAccountId("c")] }],
  ["an account less", { accountIds: [asAccountId("a")] }],
  ["a penny", { amounts: [{ minor: 4251n, currency: "GBP" }] }],
  ["the currency", { amounts: [{ minor: 4250n, currency: "EUR" }] }],
  ["a letter of the payee's name", { payee: { ...payee, name: `${payee.name}.` } }],
  ["a digit of the payee's account", { payee: { ...payee, identification: "20405012345679" } }],
])("B-05: %s is bound", (_, over) => {
  expect(challengeText({ ...bound, ...over })).not.toBe(challengeText(bound));
});

test("the order of the accounts is not", () => {
  expect(challengeText({ ...bound, accountIds: [asAccountId("b"), asAccountId("a")] })).toBe(challengeText(bound));
});

test.each(CONSENT_KINDS)("B-05: how much %s moves is bound", (kind) => {
  const subject = A_SUBJECT_OF[kind]();
  expect(moneyIn(subject).amounts.length > 0).toBe(traitsOf(kind).moves === "money");
});

test("B-05: every amount of a standing order is bound", () => {
  const amount = (minor: bigint) => ({ minor, currency: "GBP" });
  const order = aDomesticStandingOrder({
    first: { amount: amount(1n), on: new Date(0) },
    recurring: { amount: amount(2n) },
    final: { amount: amount(3n) },
  });
  expect(moneyIn(order).amounts).toEqual([amount(1n), amount(2n), amount(3n)]);
});
