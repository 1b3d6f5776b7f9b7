import { describe, expect, test } from "vitest";
import { decimalOf, parseMoney } from "./money";

describe("money", () => {
  test.each([
    ["42.50", "GBP", 4250n, "42.50"],
    ["42.5", "GBP", 4250n, "42.50"],
    ["42.50000", "GBP", 4250n, "42.50"],
    ["7", "GBP", 700n, "7.00"],
    ["0.05", "EUR", 5n, "0.05"],
    ["1500", "JPY", 1500n, "1500"],
    ["1500.00", "CLP", 1500n, "1500"],
    ["70000", "VND", 70000n, "70000"],
    ["655", "XOF", 655n, "655"],
    ["1.234", "OMR", 1234n, "1.234"],
    ["0.5", "BHD", 500n, "0.500"],
    ["1.2345", "CLF", 12345n, "1.2345"],
    ["9999999999999.99", "GBP", 999999999999999n, "9999999999999.99"],
  ])("%s %s is exact in minor units", (amount, currency, minor, shown) => {
    const money = parseMoney(amount, currency);
    expect(money?.minor).toBe(minor);
    expect(money && decimalOf(money)).toBe(shown);
  });

  test.each([
    ["42.505", "GBP"],
    ["1.5", "JPY"],
    ["1.5", "XOF"],
    ["1.2345", "OMR"],
    ["1.00", "ZZZ"],
    ["1.00", "DEM"],
    ["1.00", "XXX"],
    ["-1.00", "GBP"],
    ["1,00", "GBP"],
    ["", "GBP"],
    ["1.", "GBP"],
    ["1.00", "gbp"],
    ["1e3", "GBP"],
  ])("%s %s cannot be shown exactly and is refused", (amount, currency) => {
    expect(parseMoney(amount, currency)).toBeUndefined();
  });

  // ISO 4217 list one; the runtime's own digits are those of cash use and differ (HUF, IDR, PKR).
  test.each([
    [0, "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"],
    [2, "GBP EUR USD CHF SEK PLN HUF IDR PKR COP IRR LBP MGA MRU"],
    [3, "BHD IQD JOD KWD LYD OMR TND"],
    [4, "CLF UYW"],
  ])("%i digits after the point: %s", (digits, codes) => {
    for (const code of codes.split(" ")) expect(parseMoney("1", code)?.minor, code).toBe(10n ** BigInt(digits));
  });
});
