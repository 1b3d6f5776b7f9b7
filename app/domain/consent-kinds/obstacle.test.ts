import { describe, expect, test } from "vitest";
import {
  A_SUBJECT_OF,
  aDomesticPayment,
  aDomesticScheduledPayment,
  aDomesticStandingOrder,
  anInternationalPayment,
  anInternationalScheduledPayment,
  anInternationalStandingOrder,
} from "../consent/builders";
import { CONSENT_KINDS, type ConsentSubject } from "./index";
import { obstacleTo } from "./obstacle";

const NOW = new Date("2026-03-14T10:00:00Z");
const NOBODY = { name: "\u200B", scheme: "iban", identification: "GB94NLGT20405022334404" } as const;
const rate = { rateType: "actual", unitCurrency: "GBP", rate: "1.172" } as const;

test.each(CONSENT_KINDS)("%s as it should be: nothing stands in the way", (kind) => {
  expect(obstacleTo(A_SUBJECT_OF[kind](), NOW)).toBeUndefined();
});

describe("C-05, P-17: what nobody can agree to", () => {
  test.each<[string, ConsentSubject]>([
    ["a payee without a name", aDomesticPayment({ payee: NOBODY })],
    ["nothing to pay", aDomesticScheduledPayment({ amount: { minor: 0n, currency: "GBP" } })],
    ["a standing order of nothing", aDomesticStandingOrder({ recurring: { amount: { minor: 0n, currency: "GBP" } } })],
    ["a standing order to nobody", aDomesticStandingOrder({ payee: NOBODY })],
    ["a currency that there is not", anInternationalPayment({ currencyOfTransfer: "XQX" })],
    ["a country that is none", anInternationalPayment({ destinationCountry: "France" })],
    ["a code that no country has", anInternationalPayment({ destinationCountry: "QX" })],
    ["a code that stands for none", anInternationalScheduledPayment({ destinationCountry: "ZZ" })],
    ["a bank that cannot be seen", anInternationalStandingOrder({ payeeBank: { name: "\u200B" } })],
    ["a rate of nothing", anInternationalPayment({ exchange: { ...rate, rate: "0" } })],
    ["a rate between other currencies", anInternationalPayment({ exchange: { ...rate, unitCurrency: "USD" } })],
    ["a payee abroad without a name", anInternationalScheduledPayment({ payee: NOBODY })],
    ["an order abroad of no payments", anInternationalStandingOrder({ count: 0 })],
  ])("%s", (_, subject) => expect(obstacleTo(subject, NOW)).toBe("unreadable"));

  test("a day that has passed; today and in an hour have not", () => {
    const yesterday = new Date("2026-03-13T23:59:59Z");
    for (const subject of [
      aDomesticScheduledPayment({ executeOn: yesterday }),
      anInternationalScheduledPayment({ executeOn: yesterday }),
      aDomesticStandingOrder({ first: { amount: { minor: 1n, currency: "GBP" }, on: yesterday } }),
      anInternationalStandingOrder({ first: { amount: { minor: 1n, currency: "GBP" }, on: yesterday } }),
    ]) {
      expect(obstacleTo(subject, NOW)).toBe("day-passed");
    }
    expect(obstacleTo(aDomesticScheduledPayment({ executeOn: new Date("2026-03-14T00:00:00Z") }), NOW)).toBeUndefined();
  });

  test("a rate that ran out, to the second; an indicative one never held", () => {
    const until = (expiresAt: Date, rateType: "actual" | "agreed" | "indicative" = "actual") =>
      obstacleTo(anInternationalPayment({ exchange: { ...rate, rateType, expiresAt } }), NOW);
    expect(until(NOW)).toBe("rate-expired");
    expect(until(NOW, "agreed")).toBe("rate-expired");
    expect(until(new Date(NOW.getTime() + 1))).toBeUndefined();
    expect(until(NOW, "indicative")).toBeUndefined();
  });
});
