import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CONSENT_KINDS } from "../consent-kinds/index";
import { asAccountId, asClientId } from "../shared/ids";
import { isNarrowed, kindsOf, queryOf, SHELF_TABS, type ShelfAsked, shelfAskedOf } from "./shelf-asked";

const read = (query: string) => shelfAskedOf(new URLSearchParams(query));

describe("C-18: the state of a list is its address", () => {
  test.each<ShelfAsked>([
    { tab: "sharing", by: "app" },
    { tab: "sharing", by: "account", text: "Tally & Söhne" },
    { tab: "ended", by: "app", kind: "domestic-vrp", from: { side: "after", at: "1741946400000001", key: "aac-1.2" } },
    { tab: "payments", by: "app", from: { side: "before", at: "0", key: "x" } },
    { tab: "sharing", by: "app", status: "paused", client: asClientId("tpp"), account: asAccountId("acc-1") },
  ])("%o is read as it was written", (asked) => expect(read(queryOf(asked))).toEqual(asked));

  test("what is shown at first has no query", () => expect(queryOf(read(""))).toBe(""));
});

describe("D-19: rubbish is ignored", () => {
  test.each([
    "show=everything",
    "by=colour",
    "kind=account-access'--",
    "status=gone",
    "after=abc",
    "after=1",
    "after=1.",
    "after=-5.x",
    "after=999999999999999999.x",
    `find=${"x".repeat(101)}`,
    "find=%20%20",
    "app=",
    "after=1.a%00b",
    "find=%00",
  ])("%s", (query) => expect(read(query)).toEqual({ tab: "sharing", by: "app" }));

  test("a kind that the list cannot hold", () => {
    expect(read("show=checks&kind=account-access")).toEqual({ tab: "checks", by: "app" });
    expect(read("show=ended&by=account")).toEqual({ tab: "ended", by: "app" });
  });

  test("and whatever is read is read the same from its own address", () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.constantFrom("show", "by", "find", "kind", "status", "app", "account", "after", "before"),
            fc.oneof(fc.string(), fc.constantFrom(...SHELF_TABS, ...CONSENT_KINDS, "account", "paused", "17.aac-1")),
          ),
        ),
        (pairs) => {
          const asked = shelfAskedOf(new URLSearchParams(pairs));
          expect(shelfAskedOf(new URLSearchParams(queryOf(asked)))).toEqual(asked);
        },
      ),
    ));
});

test("every kind has a list that it can stand in", () => {
  expect(new Set(SHELF_TABS.filter((tab) => tab !== "action").flatMap(kindsOf))).toEqual(new Set(CONSENT_KINDS));
  expect([isNarrowed(read("find=a")), isNarrowed(read("by=account&after=1.a"))]).toEqual([true, false]);
});
