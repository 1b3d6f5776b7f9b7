import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { StaffId } from "~/domain/shared/ids";
import type { Approval } from "~/ports/approvals";
import {
  type ApprovalWorld,
  anExport,
  aRevocation,
  aSuspension,
  CLERK,
  COMPLIANCE,
  FRAUD,
  LEAD,
  OTHER_LEAD,
  SUPER,
  startApprovalWorld,
} from "./four-eyes.harness";

/** So many that compliance has to agree. */
const MANY = 20_000;

describe("deciding for somebody, and without anybody (A-08, S13)", () => {
  let the: ApprovalWorld;
  beforeAll(async () => {
    the = await startApprovalWorld();
  });
  afterAll(() => the.close());
  afterEach(() =>
    the.asOwner(sql`update assent.approval_delegation set began_at = '2020-01-01', ends_at = '2020-01-02'`),
  );

  const lend = async (from: StaffId, to: StaffId) => {
    const lent = await the.delegations.delegate({ from, to, days: 7, correlationId: randomUUID() });
    if (!lent.ok) throw new Error(lent.error);
    return lent.value;
  };
  const OWN = { ok: false, error: "own" };
  const NOT_PERMITTED = { ok: false, error: "not-permitted" };

  test("what compliance has to agree to is decided by compliance, or by whom they let", async () => {
    const [one, other] = [await the.ask(aRevocation(MANY)), await the.ask(aRevocation(MANY))];
    expect(one.needs).toBe("compliance");
    expect(await the.decide(one, OTHER_LEAD)).toEqual(NOT_PERMITTED);
    expect(await the.approvals.waitingFor(OTHER_LEAD)).toBe(0);
    await lend(COMPLIANCE, OTHER_LEAD);
    expect(await the.approvals.waitingFor(OTHER_LEAD)).toBe(2);
    expect(await the.decide(one, OTHER_LEAD)).toMatchObject({
      ok: true,
      value: { decidedBy: OTHER_LEAD, decidedFor: COMPLIANCE },
    });
    const decided = await the.decide(other, COMPLIANCE);
    expect(decided).toMatchObject({ ok: true, value: { decidedBy: COMPLIANCE } });
    expect(decided.ok && decided.value.decidedFor).toBeUndefined();
  });

  test("what was lent ends: by itself, by being taken back, and when whoever lent it may not any more", async () => {
    const asked = await the.ask(aRevocation(MANY));
    const { id } = await lend(COMPLIANCE, OTHER_LEAD);
    expect(await the.delegations.takeBack(id, OTHER_LEAD, "c")).toBe(false);
    expect(await the.delegations.takeBack(id, COMPLIANCE, "c")).toBe(true);
    expect(await the.decide(asked, OTHER_LEAD)).toEqual(NOT_PERMITTED);
    await lend(COMPLIANCE, OTHER_LEAD);
    await the.onDuty(COMPLIANCE, "viewer");
    expect(await the.decide(asked, OTHER_LEAD)).toEqual(NOT_PERMITTED);
    await the.onDuty(COMPLIANCE, "compliance");
    expect(await the.decide(asked, OTHER_LEAD)).toMatchObject({ ok: true });
  });

  test("lent to whoever asked: nobody decides their own in somebody else's name", async () => {
    const asked = await the.ask(aRevocation(MANY));
    await lend(COMPLIANCE, LEAD);
    expect(await the.decide(asked, LEAD)).toEqual(OWN);
  });

  test("lent by whoever asked: before it was asked for, after, and taken back a moment ago", async () => {
    const { id } = await lend(SUPER, OTHER_LEAD);
    const during = await the.ask(aSuspension(), SUPER);
    expect(await the.decide(during, OTHER_LEAD)).toEqual(OWN);
    await the.delegations.takeBack(id, SUPER, "c");
    expect(await the.decide(during, OTHER_LEAD)).toEqual(OWN);
    const after = await the.ask(aSuspension(), SUPER);
    expect(await the.decide(after, OTHER_LEAD)).toMatchObject({ ok: true });
    const before = await the.ask(aSuspension(), SUPER);
    await lend(SUPER, OTHER_LEAD);
    expect(await the.decide(before, OTHER_LEAD)).toEqual(OWN);
    expect(await the.decide(before, COMPLIANCE)).toMatchObject({ ok: true });
  });

  test("lent by whoever asked, who could decide it were it not theirs", async () => {
    const asked = await the.ask(aRevocation(MANY), SUPER);
    await lend(SUPER, OTHER_LEAD);
    expect(await the.decide(asked, OTHER_LEAD)).toEqual(OWN);
  });

  const delegating = (from: StaffId, to: StaffId) =>
    the.delegations.delegate({ from, to, days: 1, correlationId: randomUUID() });

  test("what was lent is not lent on, nor to whoever may decide nothing or needs it not, nor to oneself", async () => {
    await lend(COMPLIANCE, LEAD);
    for (const [from, to] of [
      [LEAD, OTHER_LEAD],
      [FRAUD, OTHER_LEAD],
      [CLERK, LEAD],
      [COMPLIANCE, CLERK],
      [COMPLIANCE, SUPER],
      [COMPLIANCE, COMPLIANCE],
    ] as const)
      expect(await delegating(from, to), `${from} to ${to}`).toEqual(NOT_PERMITTED);
    const asked = await the.ask(aRevocation(MANY), FRAUD);
    expect(await the.decide(asked, OTHER_LEAD)).toEqual(NOT_PERMITTED);
  });

  test("lent twice to the same colleague, at once or later, is lent once, and taken back once", async () => {
    for (const colleague of [LEAD, OTHER_LEAD, FRAUD]) {
      const answers = await Promise.all(Array.from({ length: 8 }, () => delegating(COMPLIANCE, colleague)));
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    }
    expect(await the.delegations.of(COMPLIANCE)).toHaveLength(3);
    expect(await delegating(COMPLIANCE, LEAD)).toEqual({ ok: false, error: "lives-already" });
    const offered = async () => (await the.delegations.colleagues(COMPLIANCE)).map(({ id }) => id);
    expect(await offered()).toEqual([]);
    const [only] = await the.delegations.of(LEAD);
    await the.delegations.takeBack(only?.id ?? "", COMPLIANCE, "c");
    expect(await the.delegations.of(LEAD)).toEqual([]);
    expect(await offered()).toEqual([LEAD]);
    expect(await delegating(COMPLIANCE, LEAD)).toMatchObject({ ok: true });
  });

  const alone = (asked: Approval, by: StaffId) =>
    the.approvals.breakGlass({ id: asked.id, by, hash: asked.hash, because: "money is going", correlationId: "c" });
  const reviewed = (asked: Approval, by: StaffId) =>
    the.approvals.review({ id: asked.id, by, finding: "right", note: "so it was", correlationId: "c" });

  test("what cannot wait runs at once, and is reviewed by somebody else", async () => {
    const asked = await the.ask(aSuspension(), FRAUD);
    expect(await alone(asked, FRAUD)).toMatchObject({
      ok: true,
      value: { state: "approved", brokenGlass: { because: "money is going", overdue: false } },
    });
    expect(await the.approvals.waitingFor(COMPLIANCE)).toBeGreaterThan(0);
    expect(await reviewed(asked, FRAUD)).toEqual(OWN);
    expect(await reviewed(asked, OTHER_LEAD)).toEqual(NOT_PERMITTED);
    expect(await reviewed(asked, COMPLIANCE)).toMatchObject({
      ok: true,
      value: { review: { by: COMPLIANCE, finding: "right" } },
    });
    expect(await reviewed(asked, SUPER)).toEqual({ ok: false, error: "not-waiting" });
    expect(await the.eventsOf(asked)).toEqual([
      `approval-asked by ${FRAUD}`,
      `approval-glass-broken by ${FRAUD}`,
      `approval-reviewed by ${COMPLIANCE}`,
    ]);
  });

  test("nobody reviews what they did alone, whatever they may do, or who acts for them", async () => {
    const asked = await the.ask(aRevocation(), SUPER);
    await lend(SUPER, OTHER_LEAD);
    await the.onDuty(OTHER_LEAD, "compliance");
    await alone(asked, SUPER);
    expect(await reviewed(asked, SUPER)).toEqual(OWN);
    expect(await reviewed(asked, OTHER_LEAD)).toEqual(OWN);
    await the.onDuty(OTHER_LEAD, "care-lead");
  });

  test("what is counted for somebody is what they find in their list, to decide and to review", async () => {
    await alone(await the.ask(aSuspension(), FRAUD), FRAUD);
    await the.ask(aRevocation());
    for (const staff of [COMPLIANCE, SUPER, OTHER_LEAD, FRAUD, CLERK]) {
      const { rows } = await the.approvals.list({ view: "for-me", staff, size: 100 });
      expect(rows, staff).toHaveLength(await the.approvals.waitingFor(staff));
    }
    const toReview = await the.approvals.list({ view: "to-review", staff: COMPLIANCE, size: 100 });
    expect(toReview.rows.length).toBeGreaterThan(0);
  });

  test("only what stops harm, only of one's own, only as it was shown, and only with the right to", async () => {
    const exporting = await the.ask(anExport(50_000), FRAUD);
    expect(await alone(exporting, FRAUD)).toEqual(NOT_PERMITTED);
    const leads = await the.ask(aRevocation());
    expect(await alone(leads, LEAD)).toEqual(NOT_PERMITTED);
    expect(await alone(leads, FRAUD)).toEqual(NOT_PERMITTED);
    const own = await the.ask(aRevocation(), FRAUD);
    expect(await alone({ ...own, hash: leads.hash }, FRAUD)).toEqual({ ok: false, error: "changed" });
    for (const { id } of [exporting, leads, own])
      expect(await the.approvals.find(id)).toMatchObject({ state: "waiting" });
  });

  test("a review that nobody made in a day is overdue", async () => {
    const asked = await the.ask(aRevocation(), FRAUD);
    await alone(asked, FRAUD);
    const before = await the.approvals.overdueReviews();
    await the.backdate(asked, 25);
    expect(await the.approvals.overdueReviews()).toBe(before + 1);
    expect(await the.approvals.find(asked.id)).toMatchObject({ brokenGlass: { overdue: true } });
    await reviewed(asked, COMPLIANCE);
    expect(await the.approvals.overdueReviews()).toBe(before);
  });
});
