import { expect, test } from "vitest";
import { FIRST_RULES } from "~/domain/approvals/policy";
import { asClientId, asStaffId } from "~/domain/shared/ids";
import { aboutLift, aboutPolicy, aboutSuspension } from "./present-about";

const NOW = new Date("2026-03-14T10:00:00Z");
const NOBODY = { customers: 0, consents: 0, payments: 0, vrps: 0, waiting: 0 };
const ASKED = { clientId: asClientId("tpp-1"), scope: "all-access", from: NOW.toISOString(), reason: "r" } as const;
const suspending = (affected: Partial<typeof NOBODY>, over: Partial<typeof ASKED> & { until?: string } = {}) =>
  aboutSuspension({
    asked: { ...ASKED, ...over },
    state: "waiting",
    affected: { ...NOBODY, ...affected },
    most: 10,
    now: NOW,
  });

test("A-06: whoever decides reads whom it affects", () => {
  const { facts, cautions } = suspending({ customers: 10, consents: 3 });
  expect(facts.map(({ label, value }) => `${label}: ${value}`)).toEqual([
    "Customers with live consents: 10+",
    "Live consents: 3",
  ]);
  expect(cautions).toEqual([]);
});

test.each([
  ["all-access", {}, /No customer has a live consent/],
  ["all-access", { waiting: 1 }, undefined],
  ["all-access", { consents: 1 }, undefined],
  ["new-consents", { consents: 5 }, /No customer is being asked/],
  ["new-consents", { waiting: 1 }, undefined],
  ["payments", { consents: 5, waiting: 1 }, /No live consent lets it pay/],
  ["payments", { vrps: 1 }, undefined],
  ["payments", { payments: 1 }, undefined],
] as const)("A-06: %s that stops %j", (scope, affected, caution) => {
  const { cautions } = suspending(affected, { scope } as never);
  expect(cautions).toEqual(caution ? [expect.stringMatching(caution)] : []);
});

test("A-06: a suspension whose end has passed would stop nothing, and its page says so", () => {
  expect(suspending({ consents: 1 }, { until: "2026-03-14T09:59:00.000Z" }).cautions).toEqual([
    expect.stringMatching(/^Its end has passed/),
  ]);
  expect(suspending({ consents: 1 }, { until: "2026-03-14T10:01:00.000Z" }).cautions).toEqual([]);
  const decided = (state: "failed" | "done") =>
    aboutSuspension({
      asked: { ...ASKED, until: "2026-03-14T09:59:00.000Z" },
      state,
      affected: undefined,
      most: 10,
      now: NOW,
    });
  expect(decided("failed").cautions).toEqual([expect.stringMatching(/^Its end had passed/)]);
  expect(decided("done")).toEqual({ heading: "", facts: [], cautions: [] });
});

test("A-06: what would be lifted is named, and said where it is over already", () => {
  const suspension = {
    id: "s",
    clientId: ASKED.clientId,
    scope: "payments",
    reason: "Reported by customers",
    from: NOW,
    askedBy: asStaffId("stf"),
    approvalId: "a",
  } as const;
  const lifting = (over: object, waits = true) =>
    aboutLift({ suspension: { ...suspension, ...over }, waits, now: NOW });
  expect(lifting({}).facts.map(({ value }) => value)).toEqual(
    expect.arrayContaining(["payments", "It is lifted", "Reported by customers"]),
  );
  expect(lifting({}).cautions).toEqual([]);
  const lifted = { lifted: { at: NOW, because: "staff" } };
  expect(lifting(lifted).cautions).toEqual([expect.stringMatching(/over already/)]);
  expect(lifting(lifted, false).cautions).toEqual([]);
});

test("A-08: of a change of the rules what is different is shown, beside what was", () => {
  const rules = { ...FIRST_RULES, "export-consents": { secondPersonFrom: 5_000, complianceFrom: null } };
  const changing = (over: object) =>
    aboutPolicy({ before: { version: 0, rules: FIRST_RULES }, rules, waits: true, isStale: false, ...over });
  expect(changing({}).facts).toEqual([
    { label: "Exporting consents", value: "From 5,000 consents a day" },
    { label: "Exporting consents, before", value: "From 10,001 consents a day" },
  ]);
  expect(changing({}).cautions).toEqual([]);
  expect(changing({ isStale: true }).cautions).toEqual([expect.stringMatching(/would not run/)]);
  expect(changing({ isStale: true, waits: false }).cautions).toEqual([]);
});
