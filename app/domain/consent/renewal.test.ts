import { expect, test } from "vitest";
import { renewalOf } from "./renewal";

test.each([
  [["a", "b"], ["b", "a"], "reauthorised"],
  [["a", "a"], ["a"], "reauthorised"],
  [["a"], ["a", "b"], "account-added"],
  [["a", "b"], ["b"], "account-removed"],
  [["a", "b"], ["b", "c"], "amended"],
  [["a"], ["b"], "amended"],
] as const)("T8: from %j to %j it is %s", (before, after, renewal) => {
  expect(renewalOf(before, after)).toBe(renewal);
});
