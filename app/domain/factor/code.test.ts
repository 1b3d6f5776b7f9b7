import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { codeFrom, typedCode } from "./code";

describe("P-22: the code of a factor", () => {
  test("has six digits, zeros in front too", () => {
    expect(codeFrom(new Uint8Array(16))).toBe("000000");
    expect(codeFrom(Uint8Array.of(42))).toBe("000042");
    const codes = Array.from({ length: 500 }, () => codeFrom(randomBytes(16)));
    expect(codes.every((code) => /^\d{6}$/.test(code))).toBe(true);
    expect(new Set(codes.map((code) => code[0])).size).toBe(10);
    expect(new Set(codes).size).toBeGreaterThan(490);
  });

  test.each([
    ["123456", "123456"],
    [" 123 456 ", "123456"],
    ["123-456", "123456"],
    ["٠١٢٣٤٥", "012345"],
    ["۶۷۸۹۰۱", "678901"],
    ["１２３４５６", "123456"],
    ["\u2067123456\u2069", "123456"],
    ["12345", undefined],
    ["1234567", undefined],
    ["12345a", undefined],
    ["", undefined],
  ])("%s is read as %s", (typed, code) => {
    expect(typedCode(typed)).toBe(code);
  });
});
