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
    ["9999999999999.99", "GBP", 999999999999999n, "9999999999999.99"],
  ])("%s %s is exact in minor units", (amount, currency, minor, shown) => {
    const money = parseMoney(amount, currency);
    expect(money?.minor).toBe(minor);
    expect(money && decimalOf(money)).toBe(shown);
  });

  test.each([
    ["42.505", "GBP"],
    ["1.5", "JPY"],
    ["-1.00", "GBP"],
    ["1,00", "GBP"],
    ["", "GBP"],
    ["1.", "GBP"],
    ["1.00", "gbp"],
    ["1e3", "GBP"],
  ])("%s %s cannot be shown exactly and is refused", (amount, currency) => {
    expect(parseMoney(amount, currency)).toBeUndefined();
  });
});
