import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  type ApprovalWorld,
  anExport,
  aRevocation,
  aSuspension,
  CLERK,
  COMPLIANCE,
  CONFIGURATION,
  FRAUD,
  LEAD,
  OTHER_LEAD,
  SUPER,
  startApprovalWorld,
} from "./four-eyes.harness";

/** Whoever of them wins, one did. */
const winners = (outcomes: readonly { readonly ok: boolean }[]) => outcomes.filter(({ ok }) => ok).length;

describe("one person cannot be two (A-08, S13)", () => {
  let the: ApprovalWorld;
  beforeAll(async () => {
    the = await startApprovalWorld();
  });
  afterAll(() => the.close());

  const stateOf = async ({ id }: { readonly id: string }) => (await the.approvals.find(id))?.state;

  test("A-08: what one asks for another approves, and each step is on record", async () => {
    const act = aRevocation();
    const asked = await the.ask(act);
    expect(asked).toMatchObject({ act, state: "waiting", needs: "second-person", askedBy: LEAD });
    expect(await the.approvals.waitingFor(OTHER_LEAD)).toBe(1);
    expect(await the.approvals.waitingFor(LEAD)).toBe(0);
    expect(await the.decide(asked, OTHER_LEAD, { note: "seen" })).toMatchObject({
      ok: true,
      value: { id: asked.id, state: "approved", decidedBy: OTHER_LEAD, note: "seen", act },
    });
    expect(await the.approvals.waitingFor(OTHER_LEAD)).toBe(0);
    expect(await the.eventsOf(asked)).toEqual([`approval-asked by ${LEAD}`, `approval-decided by ${OTHER_LEAD}`]);
  });

  test("the same person twice: nobody approves or refuses their own, whatever they may do", async () => {
    for (const person of [LEAD, FRAUD, SUPER]) {
      const asked = await the.ask(aRevocation(), person);
      for (const answer of ["approve", "refuse"] as const)
        expect(await the.decide(asked, person, { answer })).toEqual({ ok: false, error: "own" });
      expect(await stateOf(asked)).toBe("waiting");
      expect((await the.approvals.findFor(asked.id, person))?.may).not.toContain("decide");
    }
  });

  test("the same person in another role, under another session", async () => {
    const asked = await the.ask(aSuspension(), FRAUD);
    await the.onDuty(FRAUD, "super");
    expect(await the.decide(asked, FRAUD)).toEqual({ ok: false, error: "own" });
    await the.onDuty(FRAUD, "compliance");
    expect(await the.decide(asked, FRAUD)).toEqual({ ok: false, error: "own" });
    await the.onDuty(FRAUD, "fraud");
  });

  test("a role that was taken away between: what counts is the last log-in, whatever an older session says", async () => {
    const asked = await the.ask(aRevocation());
    await the.onDuty(OTHER_LEAD, "care");
    expect(await the.decide(asked, OTHER_LEAD)).toEqual({ ok: false, error: "not-permitted" });
    await the.onDuty(OTHER_LEAD, "care-lead");
    expect(await the.decide(asked, OTHER_LEAD)).toMatchObject({ ok: true });
  });

  test("whoever may not decide, or is nobody", async () => {
    const asked = await the.ask(aRevocation());
    for (const person of [CLERK, CONFIGURATION, "nobody" as typeof CLERK])
      expect(await the.decide(asked, person)).toEqual({ ok: false, error: "not-permitted" });
    expect(await stateOf(asked)).toBe("waiting");
  });

  test("a stale request: after 48 hours nobody decides it, and it is told that it ran out", async () => {
    const before = await the.approvals.waitingFor(OTHER_LEAD);
    const asked = await the.ask(aRevocation());
    await the.backdate(asked, 49);
    expect(await stateOf(asked)).toBe("run-out");
    expect(await the.decide(asked, OTHER_LEAD)).toEqual({ ok: false, error: "not-waiting" });
    expect(await the.approvals.waitingFor(OTHER_LEAD)).toBe(before);
    expect(await the.approvals.endRunOut(10)).toBe(1);
    expect(await the.approvals.endRunOut(10)).toBe(0);
    expect(await the.eventsOf(asked)).toEqual([`approval-asked by ${LEAD}`, "approval-run-out by system"]);
  });

  test("a replay: an answer counts once, and what was asked for once is one request", async () => {
    const key = randomUUID();
    const asked = await the.ask(aRevocation(12), LEAD, { idempotencyKey: key });
    const again = await the.ask(aRevocation(5_000), LEAD, { idempotencyKey: key });
    expect(again).toEqual(asked);
    expect(await the.decide(asked, OTHER_LEAD)).toMatchObject({ ok: true });
    for (const answer of ["approve", "refuse"] as const)
      expect(await the.decide(asked, OTHER_LEAD, { answer })).toEqual({ ok: false, error: "not-waiting" });
    expect(await the.approvals.withdraw(asked.id, LEAD, "late")).toEqual({ ok: false, error: "not-waiting" });
    expect(await the.eventsOf(asked)).toHaveLength(2);
  });

  test("an answer to something else than what would run", async () => {
    const [asked, other] = [await the.ask(aRevocation()), await the.ask(aRevocation())];
    expect(await the.decide(asked, OTHER_LEAD, { hash: other.hash })).toEqual({ ok: false, error: "changed" });
    expect(await stateOf(asked)).toBe("waiting");
  });

  test("nobody takes back what somebody else asked for", async () => {
    const asked = await the.ask(aRevocation());
    expect(await the.approvals.withdraw(asked.id, OTHER_LEAD, "c")).toEqual({ ok: false, error: "not-permitted" });
    expect(await the.approvals.withdraw(asked.id, LEAD, "c")).toMatchObject({
      ok: true,
      value: { state: "withdrawn" },
    });
    expect(await the.decide(asked, OTHER_LEAD)).toEqual({ ok: false, error: "not-waiting" });
  });

  test("the statement alone: what the app may write to the database lets nobody be two either", async () => {
    const asked = await the.ask(aRevocation());
    const codeOf = (set: ReturnType<typeof sql>) =>
      the.rows(sql`update assent.approval set ${set} where id = ${asked.id}::uuid`).then(
        () => "done",
        (error: { cause?: { code?: string } }) => error.cause?.code,
      );
    expect(await codeOf(sql`state = 'approved', decided_by = ${LEAD}`)).toBe("23514");
    expect(await codeOf(sql`state = 'approved'`)).toBe("23514");
    expect(await codeOf(sql`state = 'approved', decided_by = ${OTHER_LEAD}, decided_for = ${LEAD}`)).toBe("23514");
    expect(await codeOf(sql`payload = '{}'`)).toBe("42501");
    expect(await codeOf(sql`asked_by = ${OTHER_LEAD}, state = 'approved', decided_by = ${LEAD}`)).toBe("42501");
  });

  test("a race of approvers: one of them decided, and it is on record once", async () => {
    for (let round = 0; round < 10; round++) {
      const asked = await the.ask(aRevocation());
      const answers = await Promise.all([
        the.decide(asked, OTHER_LEAD),
        the.decide(asked, COMPLIANCE),
        the.decide(asked, FRAUD, { answer: "refuse" }),
        the.decide(asked, SUPER),
        the.approvals.withdraw(asked.id, LEAD, "race"),
      ]);
      expect(winners(answers)).toBe(1);
      expect(await the.eventsOf(asked)).toHaveLength(2);
    }
  });

  test("split below the threshold: what one person asks for within a day is counted together", async () => {
    const splitter = SUPER;
    const first = await the.ask(anExport(6_000), splitter);
    expect(first).toMatchObject({ state: "approved", needs: "nobody" });
    expect(first.decidedBy).toBeUndefined();
    const second = await the.ask(anExport(4_001), splitter);
    expect(second).toMatchObject({ state: "waiting", needs: "second-person" });
    expect(await the.ask(anExport(4_001), COMPLIANCE)).toMatchObject({ state: "approved" });
    // What was refused was not taken.
    await the.decide(second, COMPLIANCE, { answer: "refuse" });
    expect(await the.ask(anExport(4_000), splitter)).toMatchObject({ state: "approved" });
    expect(await the.ask(anExport(1), splitter)).toMatchObject({ state: "waiting" });
  });

  test("split and asked for at once: as many go alone as could one after the other", async () => {
    const asked = await Promise.all(Array.from({ length: 10 }, () => the.ask(anExport(2_000), LEAD)));
    expect(asked.filter(({ state }) => state === "approved")).toHaveLength(5);
    for (const { id } of asked) await the.backdate({ id } as never, 25);
    expect(await the.ask(anExport(10_000), LEAD)).toMatchObject({ state: "approved" });
  });
});
