import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { linesFor } from "./clusters";
import { PERMISSIONS, type Permission } from "./permission";
import { linesBetween } from "./permission-difference";

const permissions = fc.subarray([...PERMISSIONS]).map((codes) => new Set<Permission>(codes));
const codesOf = (lines: readonly { readonly covers: readonly string[] }[]) => lines.flatMap(({ covers }) => covers);
const idsOf = (lines: readonly { readonly id: string }[]) => lines.map(({ id }) => id).sort();

describe("P-11: what differs between two requests", () => {
  test("every line of either is in one place and in no other", () => {
    fc.assert(
      fc.property(permissions, permissions, (before, now) => {
        const { kept, added, changed, removed } = linesBetween(before, now);
        expect(idsOf([...kept, ...added, ...changed.map((pair) => pair.now)])).toEqual(idsOf(linesFor(now)));
        expect(idsOf([...kept, ...removed, ...changed.map((pair) => pair.before)])).toEqual(idsOf(linesFor(before)));
      }),
    );
  });

  test("what is new is of codes that were not asked for, and what is removed of codes that are not any more", () => {
    fc.assert(
      fc.property(permissions, permissions, (before, now) => {
        const { added, removed } = linesBetween(before, now);
        for (const code of codesOf(added)) expect(before).not.toContain(code);
        for (const code of codesOf(removed)) expect(now).not.toContain(code);
      }),
    );
  });

  test("what is changed says another sentence, and the other way round it is changed too", () => {
    fc.assert(
      fc.property(permissions, permissions, (before, now) => {
        const { changed } = linesBetween(before, now);
        for (const pair of changed) expect(pair.before.id).not.toBe(pair.now.id);
        const back = linesBetween(now, before).changed.map((pair) => ({ before: pair.now, now: pair.before }));
        const bySubject = (pairs: typeof changed) => pairs.map((pair) => `${pair.before.id} ${pair.now.id}`).sort();
        expect(bySubject(back)).toEqual(bySubject(changed));
      }),
    );
  });

  test("nothing differs from itself", () => {
    fc.assert(
      fc.property(permissions, (same) => {
        const { added, changed, removed } = linesBetween(same, same);
        expect([added, changed, removed]).toEqual([[], [], []]);
      }),
    );
  });

  test("more of a thing is a change of it and no new thing", () => {
    const money = ["ReadTransactionsBasic", "ReadTransactionsCredits"] as const;
    const before = new Set<Permission>(["ReadAccountsBasic", ...money]);
    const now = new Set<Permission>(["ReadAccountsDetail", ...money, "ReadTransactionsDebits", "ReadBalances"]);
    const { kept, added, changed, removed } = linesBetween(before, now);
    expect(changed.map((pair) => [pair.before.id, pair.now.id])).toEqual([
      ["accounts-basic", "accounts-detail"],
      ["transactions-basic-in", "transactions-basic-both"],
    ]);
    expect([idsOf(kept), idsOf(added), idsOf(removed)]).toEqual([[], ["balances"], []]);
  });
});
