import { expect, test } from "vitest";
import { aConsentRequest, aDomesticPayment, anAccountAccess, anAgain, anInsteadOf } from "../consent/builders";
import { asConsentId } from "../shared/ids";
import { payloadText, shownText } from "./shown-page";

test("the order in which permissions were written does not matter", () => {
  const one = anAccountAccess({ permissions: new Set(["ReadBalances", "ReadAccountsDetail"]) });
  const other = anAccountAccess({ permissions: new Set(["ReadAccountsDetail", "ReadBalances"]) });
  expect(payloadText(aConsentRequest({ subject: one }))).toBe(payloadText(aConsentRequest({ subject: other })));
});

test.each([
  ["a permission", anAccountAccess({ permissions: new Set(["ReadAccountsDetail"]) })],
  ["the end date", anAccountAccess({ expiresAt: new Date("2027-03-15T00:00:00Z") })],
  ["the history", anAccountAccess({ history: { from: new Date("2026-01-01T00:00:00Z") } })],
  ["the kind", aDomesticPayment()],
])("%s changed is another text", (_, subject) => {
  expect(payloadText(aConsentRequest({ subject }))).not.toBe(payloadText(aConsentRequest()));
});

test("P-10, P-11: asked anew, asked again after a stop, and asked in place of this or of that are four texts", () => {
  const texts = [
    undefined,
    anAgain(),
    anAgain({ wasStopped: true }),
    anAgain({ revision: 3 }),
    anInsteadOf(),
    anInsteadOf({ consentId: asConsentId("aac-9") }),
    anInsteadOf({ subject: anAccountAccess() }),
  ].map((mode) => payloadText(aConsentRequest(mode ? { mode } : {})));
  expect(new Set(texts).size).toBe(texts.length);
});

test("a penny more or another payee is another text", () => {
  const payment = aDomesticPayment();
  const texts = [
    payment,
    { ...payment, amount: { minor: 4251n, currency: "GBP" } },
    { ...payment, payee: { ...payment.payee, identification: "20405012345679" } },
    { ...payment, payee: { ...payment.payee, name: "Harbour Boots Ltd" } },
  ].map((subject) => payloadText(aConsentRequest({ subject })));
  expect(new Set(texts).size).toBe(4);
});

test("a word, the catalogue, the language or the request changed is another page", () => {
  const page = {
    locale: "en-GB",
    catalogueVersion: "en-GB-1",
    payloadHash: "p",
    said: { title: "Share", rows: ["a"] },
  };
  const texts = [
    page,
    { ...page, said: { title: "Share!", rows: ["a"] } },
    { ...page, said: { title: "Share", rows: [] } },
    { ...page, catalogueVersion: "en-GB-2" },
    { ...page, locale: "cy" },
    { ...page, payloadHash: "q" },
  ].map(shownText);
  expect(new Set(texts).size).toBe(texts.length);
});
