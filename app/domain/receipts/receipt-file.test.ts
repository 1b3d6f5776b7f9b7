import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LONGEST_PRESENTED, readPresented, receiptFile } from "./receipt-file";

const JWS = "eyJhbGciOiJQUzI1NiJ9.eyJyZWNlaXB0X2lkIjoiMSJ9.c2lnbmF0dXJl";
const record = { receipt_id: "1", decision: { name: 'Äpp "\u2068دفتر\u2069" {}' } };
const bytes = (text: string) => new TextEncoder().encode(text);

describe("a receipt that somebody brings", () => {
  test("the file is JSON, and gives back what was signed and what can be read", () => {
    const file = receiptFile(record, JWS);
    expect(JSON.parse(file)).toEqual({ receipt: record, jws: JWS });
    expect(readPresented(bytes(file))).toEqual({ signed: JWS, as: "json", readable: file.trim() });
  });

  test("the signed part alone, broken over lines as mail programs do", () => {
    const broken = `  ${JWS.replace(/(.{20})/g, "$1\r\n ")}\n`;
    expect(readPresented(bytes(broken))).toEqual({ signed: JWS, as: "signature" });
  });

  test("a PDF with the file inside", () => {
    const pdf = `%PDF-1.7\n\u00e2\u00e3 stream\n${receiptFile(record, JWS)}endstream`;
    expect(readPresented(bytes(pdf))).toEqual({ signed: JWS, as: "pdf" });
  });

  test.each([
    ["nothing", ""],
    ["words", "this is no receipt"],
    ["a signature whose last letter was changed where no bit of it counts", `${JWS.slice(0, -4)}dXK`],
    ["two parts", "a.b"],
    ["JSON of something else", '{"jws":7}'],
    ["JSON with something else in its place", '{"jws":"no"}'],
    ["JSON that ends early", '{"jws":"a.b.c"'],
    ["null in an object's place", '{"jws":null}'],
    ["a PDF without one", "%PDF-1.7 nothing"],
    ["a PDF that ends in it", '%PDF-1.7 "jws":"'],
    ["a PDF with something else in its place", '%PDF-1.7 "jws":"no"'],
  ])("%s is none", (_, text) => {
    expect(readPresented(bytes(text))).toBeUndefined();
  });

  test("too long a file is not looked at", () => {
    expect(readPresented(bytes(JWS.padEnd(LONGEST_PRESENTED + 1)))).toBeUndefined();
    expect(readPresented(bytes(JWS.padEnd(LONGEST_PRESENTED)))).toBeDefined();
  });

  test("R10: whatever it is, it is answered", () => {
    const heads = fc.constantFrom("", "%PDF-", "{", '{"jws":', '%PDF-1.7 "jws":"');
    fc.assert(
      fc.property(heads, fc.uint8Array({ maxLength: 400 }), fc.json(), (head, noise, json) => {
        for (const tail of [noise, bytes(json)]) {
          const read = readPresented(new Uint8Array([...bytes(head), ...tail]));
          expect(read === undefined || /^[\w-]+\.[\w-]+\.[\w-]+$/.test(read.signed)).toBe(true);
        }
      }),
    );
  });

  test("R10: the longest hostile file takes no longer than a file of its length", () => {
    const begun = performance.now();
    for (const hostile of ["a", "a.", "{", '"jws":"', " "]) {
      readPresented(bytes(hostile.repeat(Math.floor(LONGEST_PRESENTED / hostile.length))));
      readPresented(bytes(`%PDF-${hostile.repeat(Math.floor((LONGEST_PRESENTED - 5) / hostile.length))}`));
    }
    expect(performance.now() - begun).toBeLessThan(5_000);
  });
});
