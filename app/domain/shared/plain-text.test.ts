import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plainText } from "./plain-text";

describe("text from outside", () => {
  test.each([
    ["Budget Beacon", "Budget Beacon"],
    ["  Tally\r\n\tbook  ", "Tally book"],
    ["Line\u2028break", "Line break"],
    ["Two \uE000 words", "Two words"],
    ["Pay\u202Ecaoh\u202C", "Paycaoh"],
    ["A\u2066B\u2069C\u200F", "ABC"],
    ["Zero\u200Bwidth\uFEFF", "Zerowidth"],
    ["<b>bold</b>", "<b>bold</b>"],
    ["Bücher Ägypten", "Bücher Ägypten"],
    ["بنك الشمال", "بنك الشمال"],
    ["e\u0301", "é"],
  ])("%j reads as %j", (written, shown) => {
    expect(plainText(written)).toBe(shown);
  });

  test.each([undefined, "", "   ", "\u200B\u200B", "\u3164", "\u2800 ", "\u0301\u0301", "\uE000"])(
    "%j has nothing to read, so it is no name",
    (written) => {
      expect(plainText(written)).toBeUndefined();
    },
  );

  test("a letter carries at most three marks, so that it cannot cover other lines", () => {
    expect(plainText(`x${"\u0336".repeat(40)}y`)).toBe(`x${"\u0336".repeat(3)}y`);
  });

  test("a flood of text ends where it stops being readable", () => {
    expect([...(plainText("a".repeat(5000)) ?? "")]).toHaveLength(500);
  });

  test("what is cut is cut between characters, not inside of one", () => {
    expect(plainText("🇬🇧".repeat(9), 4)).toBe(`${"🇬🇧".repeat(3)}…`);
    expect(plainText("q\u0323\u0307".repeat(9), 4)).toBe(`${"q\u0323\u0307".repeat(3)}…`);
    expect(plainText("one two three", 5)).toBe("one…");
    expect(plainText("क्षि".repeat(500), Number.POSITIVE_INFINITY)).toBe("क्षि".repeat(500));
  });

  test("whatever was written, nothing unseen is left, and cleaning twice is cleaning once", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 80 }), (written) => {
        const shown = plainText(written);
        if (shown === undefined) return;
        expect(shown).not.toMatch(/[\p{Cf}\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u);
        expect(plainText(shown)).toBe(shown);
      }),
      { numRuns: 300 },
    );
  });
});
