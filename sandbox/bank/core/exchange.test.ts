import { expect, test } from "vitest";
import { dayFrom } from "./day.ts";
import { convert, payersShare, rateOf } from "./exchange.ts";

const rate = { unit: "GBP", other: "EUR", rate: 1.172 };

test.each([
  [10_000, "GBP", "EUR", 11_720],
  [11_720, "EUR", "GBP", 10_000],
  [1, "GBP", "EUR", 1],
  [1, "EUR", "GBP", 1],
  [4_250, "GBP", "GBP", 4_250],
  // 0.05 × 1.1 = 0.055: half a cent goes up.
  [5, "GBP", "EUR", 6, 1.1],
  // More than a floating-point number can hold exactly on the way.
  [900_719_925_474_099, "GBP", "EUR", 1_055_643_752_655_644],
])("%d of %s in %s is %d", (amount, from, to, expected, at = 1.172) => {
  expect(convert(amount, from, to, { ...rate, rate: at })).toBe(expected);
});

test("a rate between two others converts nothing", () => {
  expect(convert(100, "GBP", "USD", rate)).toBeUndefined();
});

test("the rate of a day is the same whoever asks, and the other way round its inverse", () => {
  const day = dayFrom("2026-02-10");
  const there = rateOf("GBP", "EUR", day).rate;
  expect(there).toBe(rateOf("GBP", "EUR", day).rate);
  expect(Math.abs(there / 1.172 - 1)).toBeLessThanOrEqual(0.005);
  expect(there * rateOf("EUR", "GBP", day).rate).toBeCloseTo(1, 5);
  expect(new Set(Array.from({ length: 30 }, (_, at) => rateOf("GBP", "EUR", day + at).rate)).size).toBeGreaterThan(10);
});

test("the payer pays no charge that the payee bears", () => {
  const charge = (ChargeBearer: string) => ({
    ChargeBearer,
    Type: "UK.OBIE.CHAPSOut",
    Amount: { Amount: "5.00", Currency: "GBP" },
  });
  const charges = [charge("BorneByDebtor"), charge("Shared"), charge("BorneByCreditor")];
  expect(payersShare(charges, "GBP", dayFrom("2026-02-10"))).toBe(1_000);
  expect(payersShare(charges, "EUR", dayFrom("2026-02-10"))).toBeGreaterThan(1_100);
});
