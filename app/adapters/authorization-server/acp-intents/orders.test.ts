import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { A_SUBJECT_OF, aConsentRequest } from "~/domain/consent/builders";
import type { ConsentKind } from "~/domain/consent-kinds/index";
import { obstacleTo } from "~/domain/consent-kinds/obstacle";
import { payloadText } from "~/domain/evidence/shown-page";
import { HOSTILE_CORPUS } from "~/domain/shared/hostile-corpus.harness";
import { AuthorityError } from "~/ports/authorization-server";
import { ORDER_KINDS, ORDERS } from "../orders.harness";
import { INTENT_READERS } from "./index";

const NOW = new Date("2026-03-14T10:00:00Z");

/** As the authorization server tells it: data, risk and what the bank answered in one object. */
const intentOf = (kind: ConsentKind): Record<string, unknown> => {
  const { request, terms } = ORDERS[kind] ?? { request: { Data: {} } };
  return { ...request.Data, ...terms };
};

const withInitiation = (kind: ConsentKind, over: object, beside: object = {}) => {
  const intent = intentOf(kind);
  return { ...intent, ...beside, Initiation: { ...(intent["Initiation"] as object), ...over } };
};

/** What becomes of it: a subject, or that nobody could show or mean it. */
function outcomeOf(kind: ConsentKind, intent: unknown): "asked" | "stopped" {
  try {
    const subject = INTENT_READERS[kind](intent);
    payloadText(aConsentRequest({ subject }));
    return obstacleTo(subject, NOW) === undefined ? "asked" : "stopped";
  } catch (error) {
    if (error instanceof AuthorityError && error.failure === "request-not-understood") return "stopped";
    throw error;
  }
}

test.each(ORDER_KINDS)("%s in order is asked about, as it was ordered", (kind) => {
  expect(INTENT_READERS[kind](intentOf(kind))).toEqual(A_SUBJECT_OF[kind]());
  expect(outcomeOf(kind, intentOf(kind))).toBe("asked");
});

test("P-17: what it is for is what the TPP says in words, never a code", () => {
  const purposeOf = (over: object) =>
    INTENT_READERS["international-payment"](withInitiation("international-payment", over));
  expect(purposeOf({ Purpose: "SALA", ExtendedPurpose: "Wages for May" })).toHaveProperty("purpose", "Wages for May");
  expect(purposeOf({ Purpose: "SALA" })).not.toHaveProperty("purpose");
});

describe("C-05: what cannot be shown exactly is not asked about", () => {
  const rate = { UnitCurrency: "GBP", ExchangeRate: 1.172, RateType: "Actual" };
  const exchange = (over: object) =>
    withInitiation("international-payment", {}, { ExchangeRateInformation: { ...rate, ...over } });

  test.each<[string, ConsentKind, unknown]>([
    [
      "no day",
      "domestic-scheduled-payment",
      withInitiation("domestic-scheduled-payment", { RequestedExecutionDateTime: undefined }),
    ],
    [
      "a day that there is not",
      "domestic-scheduled-payment",
      withInitiation("domestic-scheduled-payment", { RequestedExecutionDateTime: "2027-02-30T00:00:00Z" }),
    ],
    [
      "a day without a zone",
      "domestic-scheduled-payment",
      withInitiation("domestic-scheduled-payment", { RequestedExecutionDateTime: "2027-03-03T00:00:00" }),
    ],
    [
      "a rhythm of no name",
      "domestic-standing-order",
      withInitiation("domestic-standing-order", { Frequency: "iso:ADHO" }),
    ],
    [
      "payments in words",
      "domestic-standing-order",
      withInitiation("domestic-standing-order", { NumberOfPayments: "twelve" }),
    ],
    [
      "payments as a number",
      "domestic-standing-order",
      withInitiation("domestic-standing-order", { NumberOfPayments: 12 }),
    ],
    ["no payments", "domestic-standing-order", withInitiation("domestic-standing-order", { NumberOfPayments: "0" })],
    [
      "an end in two ways",
      "domestic-standing-order",
      withInitiation("domestic-standing-order", {
        NumberOfPayments: "2",
        FinalPaymentDateTime: "2028-01-01T00:00:00Z",
      }),
    ],
    [
      "two currencies",
      "domestic-standing-order",
      withInitiation("domestic-standing-order", { RecurringPaymentAmount: { Amount: "1.00", Currency: "EUR" } }),
    ],
    [
      "no first payment",
      "domestic-standing-order",
      withInitiation("domestic-standing-order", { FirstPaymentDateTime: null }),
    ],
    [
      "no currency for the payee",
      "international-payment",
      withInitiation("international-payment", { CurrencyOfTransfer: null }),
    ],
    [
      "a currency that there is not",
      "international-payment",
      withInitiation("international-payment", { CurrencyOfTransfer: "XQX" }),
    ],
    [
      "a country by its name",
      "international-payment",
      withInitiation("international-payment", { DestinationCountryCode: "France" }),
    ],
    [
      "a bank that cannot be seen",
      "international-payment",
      withInitiation("international-payment", { CreditorAgent: { Name: "\u200B" } }),
    ],
    ["a rate of a sort that we do not know", "international-payment", exchange({ RateType: "Best" })],
    ["a rate in words", "international-payment", exchange({ ExchangeRate: "1.172" })],
    ["a rate below nothing", "international-payment", exchange({ ExchangeRate: -1.172 })],
    ["a rate that is written with a power", "international-payment", exchange({ ExchangeRate: 1e-9 })],
    ["a rate between others", "international-payment", exchange({ UnitCurrency: "USD" })],
    ["a rate that ran out", "international-payment", exchange({ ExpirationDateTime: "2026-03-14T10:00:00Z" })],
    [
      "a rate that ran out on no day",
      "international-scheduled-payment",
      withInitiation(
        "international-scheduled-payment",
        {},
        { ExchangeRateInformation: { ...rate, ExpirationDateTime: "soon" } },
      ),
    ],
    ["an intent that is a list", "international-standing-order", []],
  ])("%s: %s", (_, kind, intent) => {
    expect(outcomeOf(kind, intent)).toBe("stopped");
  });
});

test("whatever one value is replaced by, an order is asked about or stopped, and nothing else happens", () => {
  const anything = fc.oneof(
    fc.jsonValue({ maxDepth: 2 }),
    fc.constantFrom(...HOSTILE_CORPUS),
    fc.constantFrom(null, undefined, "", "\0", -1, 1e308, [], {}),
  );
  fc.assert(
    fc.property(fc.constantFrom(...ORDER_KINDS), fc.nat(), anything, (kind, at, value) => {
      const intent = structuredClone(intentOf(kind));
      const places = placesIn(intent);
      const [holder, key] = places[at % places.length] ?? [intent, "Initiation"];
      holder[key] = value;
      expect(["asked", "stopped"]).toContain(outcomeOf(kind, intent));
    }),
    { numRuns: 1_000 },
  );
});

type Holder = Record<string, unknown>;

function placesIn(value: unknown): readonly (readonly [Holder, string])[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [[value as Holder, key] as const, ...placesIn(inner)]);
}
