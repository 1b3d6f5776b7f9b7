import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ApprovalWorld, aRevocation, LEAD, OTHER_LEAD, startApprovalWorld } from "./four-eyes.harness";

describe("two people (A-08, S13)", () => {
  let the: ApprovalWorld;
  beforeAll(async () => {
    the = await startApprovalWorld();
  });
  afterAll(() => the.close());

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
    expect(await the.eventsOf(asked)).toEqual([`approval-asked by ${LEAD}`, `approval-decided by ${OTHER_LEAD}`]);
  });
});
