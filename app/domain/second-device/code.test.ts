import { describe, expect, test } from "vitest";
import { codeFrom, inHalves, numberFrom, typedCode, typedNumber } from "./code";

const bytes = (fill: number, length = 16) => new Uint8Array(length).fill(fill);

describe("P-24: what is carried from one device to the other", () => {
  test("a code has eight letters and digits that cannot be mistaken, and all of the bytes count", () => {
    const codes = Array.from({ length: 256 }, (_, at) => codeFrom(bytes(at)));
    for (const code of codes) expect(code).toMatch(/^[A-HJKMNP-Z2-9]{8}$/);
    expect(new Set(codes).size).toBe(256);
    const letters = new Set(codes.flatMap((code) => [...code]));
    expect(letters.size).toBe(31);
  });

  test.each(["abcd-efgh", " ABCD EFGH ", "ＡＢＣＤＥＦＧＨ", "ABCD–EFGH", "\u2066ABCDEFGH\u2069"])(
    "%j is read",
    (typed) => {
      expect(typedCode(typed)).toBe("ABCDEFGH");
    },
  );

  test.each(["", "ABCDEFG", "ABCDEFGHJ", "ABCDEFG0", "ABCDEFGI", "ABCD_EFGH", "Ａ'--"])("%j is no code", (typed) => {
    expect(typedCode(typed)).toBeUndefined();
  });

  test("what is shown in halves is read as what it is", () => {
    const code = codeFrom(bytes(7));
    expect(inHalves(code)).toMatch(/^.{4}-.{4}$/);
    expect(typedCode(inHalves(code))).toBe(code);
  });
});

describe("P-24: the number that both must have", () => {
  test("two digits, none of them a zero that is left out", () => {
    const numbers = Array.from({ length: 256 }, (_, at) => numberFrom(Uint8Array.of(0, 0, 0, 0, 0, 0, 0, at)));
    expect(new Set(numbers).size).toBe(90);
    for (const number of numbers) expect(number).toMatch(/^[1-9]\d$/);
  });

  test.each([["42"], [" 4 2 "], ["٤٢"], ["４２"]])("%j is read", (typed) => expect(typedNumber(typed)).toBe("42"));

  test.each(["", "4", "423", "4a", "-"])("%j is no number", (typed) => expect(typedNumber(typed)).toBeUndefined());
});
