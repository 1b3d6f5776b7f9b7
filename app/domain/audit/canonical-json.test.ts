import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalJson } from "./canonical-json";

test.each([
  ['{"b": 1, "a": [true, null, "x"]}', '{"a":[true,null,"x"],"b":1}'],
  ['{"aa": 1, "b": {}}', '{"aa":1,"b":{}}'],
  ["1.0", "1.0"],
  ["9007199254740993", "9007199254740993"],
  ["-0.10", "-0.10"],
  ['"1.0"', '"1.0"'],
  ['{"1": "2", "a\\"1": 3}', '{"1":"2","a\\"1":3}'],
  ['"\\u00e4\\/\\n"', '"ä/\\n"'],
  ['"\\\\"', '"\\\\"'],
  ["[]", "[]"],
])("%s is hashed as %s", (text, canonical) => {
  expect(canonicalJson(text)).toBe(canonical);
});

test("how it is spaced and ordered does not matter, and what it says does", () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: "grapheme" }), (value) => {
      const shuffled = (inner: unknown): unknown =>
        Array.isArray(inner)
          ? inner.map(shuffled)
          : typeof inner === "object" && inner !== null
            ? Object.fromEntries(
                Object.entries(inner)
                  .reverse()
                  .map(([key, each]) => [key, shuffled(each)]),
              )
            : inner;
      const canonical = canonicalJson(JSON.stringify(value));
      expect(canonicalJson(JSON.stringify(shuffled(value), null, 3))).toBe(canonical);
      expect(JSON.parse(canonical)).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

test("a number and a string of the same digits are told apart", () => {
  expect(canonicalJson("1")).not.toBe(canonicalJson('"1"'));
  expect(canonicalJson("1")).not.toBe(canonicalJson("1.0"));
});
