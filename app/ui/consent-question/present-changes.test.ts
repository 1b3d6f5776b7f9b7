import { expect, test } from "vitest";
import { enGB } from "~/i18n/en-GB/index";
import type { Fact } from "../facts-view";
import { markFacts } from "./present-changes";

const fact = (id: Fact["id"], value: string, over: Partial<Fact> = {}): Fact => ({ id, label: id, value, ...over });
const tagsOf = (now: readonly Fact[], before: readonly Fact[] | undefined) =>
  markFacts(now, before, enGB).map(({ id, tag }) => [id, tag?.label, tag?.before]);

test("P-11: a fact that is new, another or gone says so, and what was goes last", () => {
  expect(
    tagsOf([fact("payee", "Ada"), fact("ends", "May")], [fact("reference", "Rent"), fact("ends", "March")]),
  ).toEqual([
    ["payee", "New", undefined],
    ["ends", "Changed", "Before: March"],
    ["reference", "Removed", undefined],
  ]);
});

test("P-11: what stands below a fact is a part of it", () => {
  const [one, other] = [fact("next", "May", { values: ["June"] }), fact("next", "May", { values: ["July"] })];
  expect(tagsOf([one], [other])).toEqual([["next", "Changed", "Before: May, July"]]);
});

test("what the bank found of a name is nothing that was asked for", () => {
  expect(tagsOf([fact("name-check", "It matches.")], [])).toEqual([["name-check", undefined, undefined]]);
  expect(tagsOf([], [fact("name-check", "It matches.")])).toEqual([]);
});

test("where there was nothing before, nothing is new", () => {
  expect(tagsOf([fact("payee", "Ada")], undefined)).toEqual([["payee", undefined, undefined]]);
});
