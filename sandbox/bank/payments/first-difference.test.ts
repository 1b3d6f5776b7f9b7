import fc from "fast-check";
import { expect, test } from "vitest";
import { firstDifference } from "./first-difference.ts";

test.each([
  [{ a: 1, b: 2 }, { b: 2, a: 1 }, undefined],
  [{ a: { b: "10.00" } }, { a: { b: "10.0" } }, "X.a.b"],
  [{ a: "1" }, { a: 1 }, "X.a"],
  [{ a: "1" }, {}, "X.a"],
  [{}, { a: "1" }, "X.a"],
  [{ a: ["1", "2"] }, { a: ["2", "1"] }, "X.a[0]"],
  [{ a: ["1"] }, { a: ["1", "2"] }, "X.a[1]"],
  [{ a: [] }, { a: {} }, "X.a"],
  [{ a: null }, { a: {} }, "X.a"],
  [{}, { constructor: "x" }, "X.constructor"],
])("%j and %j differ in %s", (expected, actual, path) => {
  expect(firstDifference(expected, actual, "X")).toBe(path);
});

test("every JSON value equals a copy of itself with its members in another order", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const copy = JSON.parse(JSON.stringify(value), (_, inner) =>
        typeof inner === "object" && inner !== null && !Array.isArray(inner)
          ? Object.fromEntries(Object.entries(inner).reverse())
          : inner,
      );
      expect(firstDifference(JSON.parse(JSON.stringify(value)), copy, "X")).toBeUndefined();
    }),
  );
});
