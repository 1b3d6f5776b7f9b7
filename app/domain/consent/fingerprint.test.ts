import { expect, test } from "vitest";
import { aConsentRequest, aDomesticPayment, anAccountAccess } from "./builders";
import { canonicalText } from "./fingerprint";

test("the order in which permissions were written does not matter", () => {
  const one = anAccountAccess({ permissions: new Set(["ReadBalances", "ReadAccountsDetail"]) });
  const other = anAccountAccess({ permissions: new Set(["ReadAccountsDetail", "ReadBalances"]) });
  expect(canonicalText(aConsentRequest({ subject: one }))).toBe(canonicalText(aConsentRequest({ subject: other })));
});

test.each([
  ["a permission", anAccountAccess({ permissions: new Set(["ReadAccountsDetail"]) })],
  ["the end date", anAccountAccess({ expiresAt: new Date("2027-03-15T00:00:00Z") })],
  ["the history", anAccountAccess({ history: { from: new Date("2026-01-01T00:00:00Z") } })],
  ["the kind", aDomesticPayment()],
])("%s changed is another text", (_, subject) => {
  expect(canonicalText(aConsentRequest({ subject }))).not.toBe(canonicalText(aConsentRequest()));
});

test("a penny more or another payee is another text", () => {
  const payment = aDomesticPayment();
  const texts = [
    payment,
    { ...payment, amount: { minor: 4251n, currency: "GBP" } },
    { ...payment, payee: { ...payment.payee, identification: "20405012345679" } },
    { ...payment, payee: { ...payment.payee, name: "Harbour Boots Ltd" } },
  ].map((subject) => canonicalText(aConsentRequest({ subject })));
  expect(new Set(texts).size).toBe(4);
});
