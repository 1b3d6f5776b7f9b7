import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { breakIntoLines, withoutMarks } from "./bidi-lines";

const isolated = (name: string) => `\u2068${name}\u2069`;
const linesOf = (text: string, width = 1_000) =>
  breakIntoLines(text, "ltr", width, (part) => withoutMarks(part).length);

describe("lines", () => {
  test("break between words, and where they must within one", () => {
    expect(linesOf("one two three", 8)).toEqual([["one two "], ["three"]]);
    expect(linesOf("abcdefghij k", 4)).toEqual([["abcd"], ["efgh"], ["ij k"]]);
    expect(linesOf("")).toEqual([]);
  });

  test("a space that cannot be broken at is none", () => {
    expect(linesOf("call 0800\u00a0555", 8)).toEqual([["call "], ["0800\u00a0555"]]);
  });

  test("an Arabic name stands as one part, and the sentence around it keeps its order", () => {
    expect(linesOf(`to ${isolated("دفتر الميزانية")} only`)).toEqual([["to ", "دفتر الميزانية", " only"]]);
  });

  test("digits in a name from the right stand to the left of it, brackets the other way round", () => {
    expect(linesOf(isolated("دفتر (2)"))).toEqual([["(", "2", "دفتر )"]]);
  });

  test("a Hebrew sentence stands from the right, with a Latin name in its place", () => {
    const text = `אישרת ל${isolated("Budget Beacon")}.`;
    expect(breakIntoLines(text, "rtl", 1_000, () => 0)).toEqual([[".", "Budget Beacon", "אישרת ל"]]);
  });

  test("nothing is lost and nothing is added, whatever it is and however narrow", () => {
    const name = fc.string({ unit: "grapheme", maxLength: 12 }).map((text) => text.replace(/[\u2066-\u2069]/g, ""));
    const words = fc.array(fc.oneof(name, name.map(isolated), fc.constantFrom("אבג", "دفتر", "12", "(a)")), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(words, fc.integer({ min: 1, max: 30 }), (parts, width) => {
        const text = parts.join(" ");
        const letters = (whole: string) => [...whole].filter((letter) => /[\p{L}\p{N}]/u.test(letter)).sort();
        expect(letters(linesOf(text, width).flat().join(""))).toEqual(letters(text));
      }),
    );
  });
});
