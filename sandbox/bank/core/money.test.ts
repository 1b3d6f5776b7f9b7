import fc from "fast-check";
import { expect, test } from "vitest";
import { formatAmount, parseAmount } from "./money.ts";

test("what is written is read back", () => {
  fc.assert(
    fc.property(fc.nat(), (amount) => {
      expect(parseAmount(formatAmount(amount))).toBe(amount);
    }),
  );
  expect(formatAmount(-5)).toBe("0.05");
});

test.each([
  ["10", 1_000],
  ["10.5", 1_050],
  ["10.50000", 1_050],
  ["10.505", undefined],
  ["-1.00", undefined],
  ["1,00", undefined],
  ["1e3", undefined],
  ["", undefined],
])("%s is %s pence", (text, amount) => expect(parseAmount(text)).toBe(amount));
