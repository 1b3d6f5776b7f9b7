import { expect, test } from "vitest";
import {
  aConsentRequest,
  aDomesticPayment,
  aDomesticScheduledPayment,
  aDomesticStandingOrder,
  anInternationalPayment,
  anOffer,
} from "~/domain/consent/builders";
import type { ConsentSubject } from "~/domain/consent-kinds/index";
import type { PaymentTerms } from "~/domain/consent-kinds/payment-terms";
import { enGB } from "~/i18n/en-GB/index";
import { presentConsent } from "~/ui/consent-question/present";
import { paymentOf } from "./receipt-order";

const receiptOf = (subject: Extract<ConsentSubject, PaymentTerms>) => {
  const bank = { name: "Northlight Bank", phone: "0800 555 0199" };
  const now = new Date("2026-03-14T10:00:00Z");
  const made = { request: aConsentRequest({ subject }), offered: [anOffer()], bank, now };
  const { terms = [], ...rest } = paymentOf(subject, { said: presentConsent(made, enGB) });
  return { ...rest, terms: terms.map(({ label, value }) => `${label}: ${value.replaceAll("\u00a0", " ")}`) };
};

test("one payment now needs no further words", () => {
  expect(receiptOf(aDomesticPayment()).terms).toEqual([]);
});

test("P-17, P-18: a receipt says when, how often and at which rate as the page said it, and nothing twice", () => {
  expect(receiptOf(aDomesticScheduledPayment()).terms).toEqual(["When: Once, on 3 March 2027"]);
  expect(receiptOf(aDomesticStandingOrder({ count: 2 }))).toMatchObject({
    amount: "750.00",
    payee_name: "Harbour Books Ltd",
    payee_account: "20-40-50 12345678",
    reference: "Order 7781",
    terms: [
      "How often: Every month on the 15th",
      "The next payments: £750.00 on 15 May 2027; £750.00 on 15 June 2027",
      "How long: 2 payments, the last on 15 June 2027",
    ],
  });
  const abroad = receiptOf(anInternationalPayment());
  expect(abroad.terms).toContain("They get: €586.00");
  expect(abroad.terms).toContain("Exchange rate: £1.00 = €1.172");
  expect(abroad.charges).toEqual([{ bearer: "you", amount: "5.00", currency: "GBP" }]);
  expect(abroad.terms.join()).not.toMatch(/Maison|FR76|Facture|Charge you/);
});

test("what is paid each time is the amount, where the first payment is another", () => {
  const recurring = { amount: { minor: 5_000n, currency: "GBP" } };
  expect(receiptOf(aDomesticStandingOrder({ recurring })).amount).toBe("50.00");
});

test.each([undefined, null, "text", {}, { subject: 1 }, { subject: { facts: undefined } }])(
  "of a page that says nothing, %j, it has the sum and the payee all the same",
  (said) => {
    const { terms, payee_name } = paymentOf(aDomesticStandingOrder(), { said });
    expect([terms, payee_name]).toEqual([undefined, "Harbour Books Ltd"]);
  },
);
