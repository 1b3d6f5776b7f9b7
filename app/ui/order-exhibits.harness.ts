import {
  aDomesticScheduledPayment,
  aDomesticStandingOrder,
  anInternationalPayment,
  anInternationalScheduledPayment,
  anInternationalStandingOrder,
} from "~/domain/consent/builders";
import { offerAccounts } from "~/domain/consent/offered-account";
import type { ConsentSubject } from "~/domain/consent-kinds/index";
import { aShownPage } from "~/domain/receipts/builders";
import { presentConsent } from "./consent-question/present";
import type { ConsentPageInput } from "./consent-question/present-context";
import type { Exhibit } from "./exhibit";
import { consent, stopped } from "./exhibits.harness";
import { fixed, LONG, MANY, paymentRequest } from "./gallery-cast.harness";
import { receipt } from "./receipt-exhibits.harness";

/** Payments on a day to come, again and again, and abroad. */

const paying = (name: string, subject: ConsentSubject, over: Partial<Omit<ConsentPageInput, "bank">> = {}) =>
  consent(name, { request: { ...paymentRequest, subject }, offered: offerAccounts(MANY, subject), ...over });

const pounds = (minor: bigint) => ({ minor, currency: "GBP" });
const first = (amount: bigint, on: string) => ({ amount: pounds(amount), on: new Date(on) });
const GONE = new Date("2026-03-14T09:59:59Z");
const today = {
  rateType: "actual",
  unitCurrency: "GBP",
  rate: "1.172",
  expiresAt: new Date("2026-03-14T14:05:00Z"),
} as const;
const debtor = fixed.debtor ? { debtor: fixed.debtor } : {};

const order = aDomesticStandingOrder({
  payee: { name: "Meadow Lettings", scheme: "sort-code-account-number", identification: "20405087654321" },
  reference: "Rent, flat 4",
});

/** A receipt says what the page said: here is one. */
function receiptOfPage(name: string, subject: ConsentSubject): Exhibit {
  const page = aShownPage({ request: { ...paymentRequest, subject }, offered: offerAccounts(MANY, subject) });
  return {
    name,
    screen: (scene) => {
      const said = presentConsent({ ...page.shown.made, bank: scene.bank }, scene.words);
      return receipt(name, { page: { ...page, shown: { ...page.shown, said } } }).screen(scene);
    },
  };
}

export const ORDER_EXHIBITS = [
  paying("scheduled", aDomesticScheduledPayment()),
  paying("scheduled-locked", aDomesticScheduledPayment(debtor)),
  paying("scheduled-yesterday", aDomesticScheduledPayment({ executeOn: new Date("2026-03-13T12:00:00Z") })),
  paying("standing-order", order),
  paying("standing-order-unlike-amounts", {
    ...order,
    rhythm: { every: "weeks", weeks: 2, weekday: 5 },
    first: first(12_500n, "2026-04-01T00:00:00Z"),
    recurring: { amount: pounds(10_000n), from: new Date("2026-04-10T00:00:00Z") },
    final: { amount: pounds(2_550n) },
    count: 12,
  }),
  paying("standing-order-until", {
    ...order,
    ...debtor,
    payee: { ...order.payee, name: LONG },
    rhythm: { every: "week-of-month", week: 5, weekday: 1 },
    first: first(5_000n, "2026-03-30T00:00:00Z"),
    final: { on: new Date("2027-03-29T00:00:00Z") },
  }),
  paying("standing-order-quarters", { ...order, rhythm: { every: "quarter-day", of: "scottish" } }),
  paying("standing-order-before-the-last", { ...order, rhythm: { every: "months", months: 3, day: -3 } }),
  paying("standing-order-nothing-chosen", order, { problem: "choose-an-account" }),
  paying("abroad", anInternationalPayment({ exchange: today })),
  paying(
    "abroad-agreed",
    anInternationalPayment({
      ...debtor,
      exchange: { ...today, rateType: "agreed", rate: "1.19", contract: "FX-2026-117" },
      urgent: true,
      purpose: "Deposit for a house",
    }),
    { payeeCheck: { result: "unavailable" } },
  ),
  paying(
    "abroad-indicative",
    anInternationalPayment({ exchange: { rateType: "indicative", unitCurrency: "GBP", rate: "1.172" } }),
  ),
  paying(
    "abroad-in-their-currency",
    anInternationalPayment({
      amount: { minor: 42_000n, currency: "EUR" },
      charges: [
        { bearer: "shared", amount: pounds(500n) },
        { bearer: "payee", amount: { minor: 700n, currency: "EUR" } },
      ],
      chargesBorneBy: "shared",
      exchange: today,
    }),
  ),
  paying(
    "abroad-rate-unknown",
    (({ exchange: _, ...without }) => without)(anInternationalPayment({ chargesBorneBy: "by-agreement" })),
  ),
  paying("abroad-rate-ran-out", anInternationalPayment({ exchange: { ...today, expiresAt: GONE } })),
  paying("abroad-scheduled", anInternationalScheduledPayment()),
  paying("abroad-standing-order", anInternationalStandingOrder()),
  paying("abroad-not-understood", anInternationalPayment({ destinationCountry: "France" })),
  stopped("stop-decided-standing-order", {
    is: "already-decided",
    kind: "domestic-standing-order",
    outcome: "allowed",
    requester: "Tallybook",
    canGoOn: true,
  }),
  receiptOfPage("receipt-standing-order", order),
  receiptOfPage("receipt-abroad", anInternationalPayment({ exchange: today })),
];
