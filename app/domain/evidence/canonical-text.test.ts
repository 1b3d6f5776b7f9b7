import { expect, test } from "vitest";
import { canonicalText } from "./canonical-text";

test("B-01: the same value is the same text, in whatever order it was put together", () => {
  const one = { b: new Set(["y", "x"]), a: [1n, new Date(0)], none: undefined, "10": 1, "9": { d: null, c: "" } };
  const other = { "9": { c: "", d: null }, a: [1n, new Date(0)], "10": 1, b: new Set(["x", "y"]) };
  expect(canonicalText(one)).toBe('{"9":{"c":"","d":null},"10":1,"a":["1","1970-01-01T00:00:00.000Z"],"b":["x","y"]}');
  expect(canonicalText(other)).toBe(canonicalText(one));
});

test("B-01: no key is lost, whatever it is called", () => {
  expect(canonicalText(JSON.parse('{"b":1,"__proto__":{"x":1}}'))).toBe('{"__proto__":{"x":1},"b":1}');
});
