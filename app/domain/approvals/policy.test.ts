import fc from "fast-check";
import { expect, test } from "vitest";
import { asClientId } from "../shared/ids";
import { permissionsOf, rolesWith, STAFF_ROLES } from "../staff/role";
import type { Act } from "./act";
import { actHash } from "./act-hash";
import { ACT_NAMES, ACT_RULES, countOf } from "./act-rules";
import { changedRules, FIRST_RULES, HIGHEST_FROM, peopleNeeded, RULED_ACTS, whyNoRule } from "./policy";

test("A-08: as it comes, whatever ends something needs two people, the first of the day too", () => {
  for (const act of ["revoke-consents", "suspend-tpp", "lift-suspension"] as const)
    expect(peopleNeeded(act, FIRST_RULES, 1)).toBe("second-person");
  expect(peopleNeeded("export-consents", FIRST_RULES, 10_000)).toBe("nobody");
  expect(peopleNeeded("export-consents", FIRST_RULES, 10_001)).toBe("second-person");
  expect(peopleNeeded("revoke-consents", FIRST_RULES, 10_000)).toBe("compliance");
});

test("A-08: no rule lets the rules be changed by one", () => {
  const loose = { secondPersonFrom: HIGHEST_FROM, complianceFrom: null };
  const rules = Object.fromEntries(RULED_ACTS.map((act) => [act, loose])) as typeof FIRST_RULES;
  expect(peopleNeeded("change-approval-policy", rules, 1)).toBe("second-person");
});

test("A-08: more never needs fewer people", () => {
  const order = ["nobody", "second-person", "compliance"];
  const count = fc.integer({ min: 1, max: HIGHEST_FROM });
  fc.assert(
    fc.property(count, fc.option(count), count, count, (secondPersonFrom, complianceFrom, one, other) => {
      const rule = { secondPersonFrom, complianceFrom };
      fc.pre(whyNoRule(rule) === undefined);
      const rules = { ...FIRST_RULES, "suspend-tpp": rule };
      const [few, many] = [Math.min(one, other), Math.max(one, other)].map((withinADay) =>
        order.indexOf(peopleNeeded("suspend-tpp", rules, withinADay)),
      );
      expect(few).toBeLessThanOrEqual(many ?? -1);
    }),
  );
});

test.each([
  [{ secondPersonFrom: 1, complianceFrom: null }, undefined],
  [{ secondPersonFrom: 5, complianceFrom: 5 }, undefined],
  [{ secondPersonFrom: 5, complianceFrom: 4 }, "compliance-first"],
  [{ secondPersonFrom: 0, complianceFrom: null }, "no-count"],
  [{ secondPersonFrom: 1.5, complianceFrom: null }, "no-count"],
  [{ secondPersonFrom: Number.NaN, complianceFrom: null }, "no-count"],
  [{ secondPersonFrom: HIGHEST_FROM + 1, complianceFrom: null }, "no-count"],
  [{ secondPersonFrom: 1, complianceFrom: Number.NaN }, "no-count"],
] as const)("a rule: %j", (rule, why) => {
  expect(whyNoRule(rule)).toBe(why);
});

test("A-08: what a change of the rules changes", () => {
  const second = { ...FIRST_RULES["suspend-tpp"], secondPersonFrom: 2 };
  const compliance = { ...FIRST_RULES["export-consents"], complianceFrom: 20_000 };
  const to = { ...FIRST_RULES, "suspend-tpp": second, "export-consents": compliance };
  expect(changedRules(FIRST_RULES, to)).toEqual(["suspend-tpp", "export-consents"]);
  expect(changedRules(FIRST_RULES, structuredClone(FIRST_RULES))).toEqual([]);
});

test("A-08: every act has two roles that could be its second person, the one of whoever asks aside", () => {
  for (const name of ACT_NAMES) {
    const { asks, decides } = ACT_RULES[name];
    expect(rolesWith(asks), name).not.toHaveLength(0);
    expect(rolesWith(decides).length, name).toBeGreaterThan(1);
  }
});

test("A-08: who acts alone is never the one who reviews by the same role, the marked one aside", () => {
  const both = rolesWith("approvals:break-glass").filter((role) => permissionsOf([role]).has("approvals:review"));
  expect(both).toEqual(["super"]);
  expect(Object.keys(STAFF_ROLES)).toContain("super");
});

test("B-09: another act has another hash, however little is different", () => {
  const act = {
    name: "revoke-consents",
    payload: { setId: "s", setHash: "h", count: 12, reason: "fraud" },
  } as const satisfies Act;
  const hash = actHash(act);
  expect(actHash({ ...act, payload: { reason: "fraud", count: 12, setHash: "h", setId: "s" } })).toBe(hash);
  expect(countOf(act)).toBe(12);
  for (const change of [{ setId: "S" }, { setHash: "" }, { count: 13 }, { reason: "regulatory" as const }])
    expect(actHash({ ...act, payload: { ...act.payload, ...change } })).not.toBe(hash);
  const lift = { name: "lift-suspension", payload: { suspensionId: "1", clientId: asClientId("t") } } as const;
  expect(countOf(lift)).toBe(1);
  expect(actHash(lift)).not.toBe(hash);
});
