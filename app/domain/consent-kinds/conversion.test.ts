import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { converted, isRate } from "./conversion";

const gbp = (minor: bigint) => ({ minor, currency: "GBP" });
const exchange = { rateType: "actual", unitCurrency: "GBP", rate: "1.172" } as const;

describe("P-17: an amount in another currency", () => {
  test("from the unit currency and back", () => {
    expect(converted(gbp(50_000n), "EUR", exchange)).toEqual({ minor: 58_600n, currency: "EUR" });
    expect(converted({ minor: 58_600n, currency: "EUR" }, "GBP", exchange)).toEqual(gbp(50_000n));
  });

  test("into currencies of no and of three decimals", () => {
    expect(converted(gbp(100n), "JPY", { ...exchange, rate: "188.5" })).toEqual({ minor: 189n, currency: "JPY" });
    expect(converted(gbp(100n), "KWD", { ...exchange, rate: "0.3875" })).toEqual({ minor: 388n, currency: "KWD" });
  });

  test("the same currency is not changed", () => {
    expect(converted(gbp(1n), "GBP", { rateType: "indicative", unitCurrency: "EUR" })).toEqual(gbp(1n));
  });

  test.each([
    ["no rate", { ...exchange, rate: undefined }],
    ["a rate between others", { ...exchange, unitCurrency: "USD" }],
    ["a rate of nothing", { ...exchange, rate: "0.000" }],
    ["a rate that is none", { ...exchange, rate: "1e3" }],
  ])("not known: %s", (_, { rate, ...rest }) => {
    expect(converted(gbp(100n), "EUR", { ...rest, ...(rate !== undefined && { rate }) })).toBeUndefined();
  });

  test("never more than half a minor unit from the exact product", () => {
    fc.assert(
      fc.property(fc.bigInt(1n, 10n ** 12n), fc.integer({ min: 1, max: 99_999_999 }), (minor, millionths) => {
        const rate = (millionths / 1_000_000).toFixed(6);
        const got = converted(gbp(minor), "EUR", { ...exchange, rate })?.minor ?? -1n;
        const error = 2n * (got * 1_000_000n - minor * BigInt(millionths));
        expect(error <= 1_000_000n && error > -1_000_000n).toBe(true);
      }),
    );
  });
});

test.each([
  ["1.17", true],
  ["0", false],
  ["-1", false],
  ["1,17", false],
  ["1.", false],
  ["", false],
])("%j is a rate: %s", (rate, is) => {
  expect(isRate(rate)).toBe(is);
});
