import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { endPauses } from "~/jobs/end-pauses";
import type { AskedChange } from "~/ports/consent-changes";
import { holdConsent, releaseConsent } from "./act-on-consent";
import { changeConsent } from "./change-consent";
import { aStop, type ChangeWorld, STAFF, startChangeWorld } from "./change-consent.harness";
import { settleChange } from "./settle-change";

const unhurried = new AbortController().signal;

describe("T9, T10: the bank holds what its customer has paused", () => {
  let the: ChangeWorld;
  beforeAll(async () => {
    the = await startChangeWorld();
  });
  afterAll(() => the.close());

  const change = (asked: AskedChange) =>
    changeConsent({
      authorizationServer: the.as,
      changes: the.changes,
      settleChange: settleChange({ authorizationServer: the.as, changes: the.changes }),
    })(asked);
  const endsOfPauses = () => endPauses({ changes: the.changes, change }).round(unhurried);

  /** A consent that its customer has paused, and what can be done to it. */
  const paused = async (hours?: 24) => {
    const { id, reference } = await the.authorised();
    await change(
      aStop(id, { move: "suspend", reason: "customer-pause", ...(hours && { hours }) } as Partial<AskedChange>),
    );
    const stands = async () => {
      const row = await the.projectionOf(id);
      const held = await the.as.findConsent(reference, { correlationId: "test" });
      return `${row?.status} by ${row?.suspended_by}, there ${held?.status}`;
    };
    const act = (note = "because") => ({
      staff: STAFF.id,
      consentId: id,
      shown: undefined as unknown as number,
      note,
      idempotencyKey: crypto.randomUUID(),
      correlationId: crypto.randomUUID(),
    });
    return {
      id,
      stands,
      hold: () => holdConsent({ change })({ ...act(), reason: "fraud-suspected" }),
      release: () => releaseConsent({ change })(act()),
      resume: () => change(aStop(id, { move: "resume", reason: "resumed" })),
    };
  };
  const settled = { ok: true, value: { state: "settled", overPause: true } };

  test("the customer cannot lift it; released, it is the customer's pause again, which they lift", async () => {
    const { id, stands, hold, release, resume } = await paused();
    expect(await stands()).toBe("suspended by customer, there suspended");
    expect(await hold()).toMatchObject(settled);
    expect(await stands()).toBe("suspended by staff, there suspended");
    expect(await the.register.find(id, "bank")).toMatchObject({ pauseBeneath: true, reason: "fraud-suspected" });
    expect(await resume()).toEqual({ ok: false, error: "not-allowed" });
    expect(await hold()).toEqual({ ok: false, error: "not-allowed" });

    expect(await release()).toMatchObject(settled);
    expect(await stands()).toBe("suspended by customer, there suspended");
    const pausedAgain = await the.register.find(id, "bank");
    expect(pausedAgain).toMatchObject({ suspendedBy: "customer", reason: "customer-pause" });
    expect(pausedAgain).not.toHaveProperty("pauseBeneath");
    expect(await release()).toEqual({ ok: false, error: "not-allowed" });
    expect(await resume()).toMatchObject({ ok: true, value: { state: "settled" } });
    expect(await stands()).toBe("authorised by null, there authorised");
    expect((await the.evidenceOf(id)).versions).toEqual([
      "suspend by customer",
      "suspend by staff",
      "resume by staff",
      "resume by customer",
    ]);
  });

  test("D-09: a pause whose time comes while it is held ends with the hold", async () => {
    const { id, stands, hold, release } = await paused(24);
    await hold();
    await the.endPause(id);
    await endsOfPauses();
    expect(await stands()).toBe("suspended by staff, there suspended");
    expect(await release()).toMatchObject({ ok: true, value: { state: "settled" } });
    expect(await stands()).toBe("authorised by null, there authorised");
  });

  test("D-09: a pause that goes on after the hold ends in its time", async () => {
    const { id, stands, hold, release } = await paused(24);
    await hold();
    await release();
    expect(await the.changes.pausedUntil(id)).toBeInstanceOf(Date);
    await the.endPause(id);
    await endsOfPauses();
    expect(await stands()).toBe("authorised by null, there authorised");
  });

  test("T11: its customer still ends it", async () => {
    const { id, stands, hold } = await paused();
    await hold();
    expect(await change(aStop(id))).toMatchObject({ ok: true, value: { state: "settled" } });
    expect(await stands()).toMatch(/^revoked by null, there revoked/);
  });

  test("what the authorization server has let go of meanwhile is held there, and not only here", async () => {
    const { id, stands, hold } = await paused();
    await the.as.resumeConsent(id, { by: "customer", reason: "resumed" }, { correlationId: "test" });
    expect(await hold()).toMatchObject(settled);
    expect(await stands()).toBe("suspended by staff, there suspended");
  });

  test("a release that comes to a pause which is over there takes nothing back", async () => {
    const { id, stands, hold, release } = await paused();
    await hold();
    await the.as.resumeConsent(id, { by: "customer", reason: "resumed" }, { correlationId: "test" });
    expect(await release()).toMatchObject(settled);
    expect(await stands()).toBe("suspended by staff, there authorised");
  });
});

describe("A-03: an act on a page that is out of date", () => {
  let the: ChangeWorld;
  beforeAll(async () => {
    the = await startChangeWorld();
  });
  afterAll(() => the.close());

  test("is not done, unless it is the same one again", async () => {
    const { id } = await the.authorised();
    const held = aStop(id, { move: "suspend", reason: "scheme-hold", actor: STAFF, shown: 2, note: "Case 12" });
    const first = await the.changes.intend(held);
    if (!first.ok) throw new Error(first.error);
    await the.changes.settle(first.value, {});
    expect(await the.changes.intend(held)).toMatchObject({ ok: true, value: { id: first.value.id } });
    const late = aStop(id, { move: "terminate", reason: "fraud", actor: STAFF, shown: 2 });
    expect(await the.changes.intend(late)).toEqual({ ok: false, error: "changed-since" });
    expect(await the.changes.intend({ ...late, shown: 3 } as AskedChange)).toMatchObject({ ok: true });
  });
});
