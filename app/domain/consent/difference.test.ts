import fc from "fast-check";
import { expect, test } from "vitest";
import { differenceOf } from "./difference";

/** Parts that are about something by their key, and say something of it. */
const parts = fc.uniqueArray(fc.record({ key: fc.constantFrom("a", "b", "c", "d", "e"), says: fc.nat({ max: 2 }) }), {
  selector: ({ key }) => key,
});
type Part = { readonly key: string; readonly says: number };
const between = (before: readonly Part[], now: readonly Part[]) =>
  differenceOf(
    before,
    now,
    ({ key }) => key,
    (one, other) => one.says === other.says,
  );
const inOrder = (list: readonly Part[]) => [...list].sort((one, other) => one.key.localeCompare(other.key));

test("P-11: every part of either list is in one place and in no other, and what is kept says the same", () => {
  fc.assert(
    fc.property(parts, parts, (before, now) => {
      const { kept, added, changed, removed } = between(before, now);
      expect(inOrder([...kept, ...added, ...changed.map((pair) => pair.now)])).toEqual(inOrder(now));
      expect(inOrder([...kept, ...removed, ...changed.map((pair) => pair.before)])).toEqual(inOrder(before));
      for (const pair of changed) {
        expect(pair.before.key).toBe(pair.now.key);
        expect(pair.before.says).not.toBe(pair.now.says);
      }
    }),
  );
});

test("P-11: turned round, what was added is removed", () => {
  fc.assert(
    fc.property(parts, parts, (before, now) => {
      expect(between(now, before).removed).toEqual(between(before, now).added);
    }),
  );
});
