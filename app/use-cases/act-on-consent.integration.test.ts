import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { AskedChange } from "~/ports/consent-changes";
import { holdConsent, releaseConsent, revokeConsent, type StaffAct } from "./act-on-consent";
import { changeConsent } from "./change-consent";
import { aStop, type ChangeWorld, STAFF, startChangeWorld } from "./change-consent.harness";
import { settleChange } from "./settle-change";

describe("A-03: an act of staff that is sent twice, or from two windows", () => {
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

  /** A page of an act, as it was opened: sent again it is the same form. */
  const opened = async (id: StaffAct["consentId"]): Promise<StaffAct> => ({
    staff: STAFF.id,
    consentId: id,
    shown: (await the.register.find(id, "bank"))?.version ?? 0,
    note: "Case 12",
    idempotencyKey: crypto.randomUUID(),
    correlationId: crypto.randomUUID(),
  });

  const ACTS = {
    hold: (act: StaffAct) => holdConsent({ change })({ ...act, reason: "scheme-hold" }),
    release: (act: StaffAct) => releaseConsent({ change })(act),
    revoke: (act: StaffAct) => revokeConsent({ change })({ ...act, reason: "fraud" }),
  };
  const pause = { move: "suspend", reason: "customer-pause" } as Partial<AskedChange>;

  /** A consent to which this can be done. */
  const prepared = async (name: keyof typeof ACTS, isPaused: boolean) => {
    const { id } = await the.authorised();
    if (isPaused) await change(aStop(id, pause));
    if (name === "release") await ACTS.hold(await opened(id));
    return id;
  };

  const DONE = { ok: true, value: { state: "settled" } };
  const cases = (Object.keys(ACTS) as (keyof typeof ACTS)[]).flatMap((name) =>
    [false, true].map((isPaused) => [name, isPaused] as const),
  );

  test.each(cases)(
    "%s (paused by its customer: %s): the same page again is told what came of it, once",
    async (name, isPaused) => {
      const id = await prepared(name, isPaused);
      const act = await opened(id);
      const first = await ACTS[name](act);
      expect(first).toMatchObject(DONE);
      expect(await ACTS[name](act)).toEqual(first);
      expect((await the.evidenceOf(id)).versions).toHaveLength(Number(isPaused) + Number(name === "release") + 1);
    },
  );

  test.each(cases)("%s (paused by its customer: %s): two clicks at once are one act", async (name, isPaused) => {
    const id = await prepared(name, isPaused);
    const act = await opened(id);
    const [one, other] = await Promise.all([ACTS[name](act), ACTS[name](act)]);
    expect(one).toMatchObject({ ok: true });
    expect(other).toMatchObject({ ok: true, value: { id: one.ok && one.value.id } });
  });

  test.each(cases)(
    "%s (paused by its customer: %s): a second window is told that nothing came of it",
    async (name, isPaused) => {
      const id = await prepared(name, isPaused);
      const [here, there] = [await opened(id), await opened(id)];
      expect(await ACTS[name](here)).toMatchObject(DONE);
      expect(await ACTS[name](there)).toEqual({ ok: false, error: "changed-since" });
    },
  );

  test("the same page with another reason is another act, and none", async () => {
    const act = await opened(await prepared("hold", false));
    expect(await ACTS.hold(act)).toMatchObject(DONE);
    expect(await holdConsent({ change })({ ...act, reason: "fraud-suspected" })).toEqual({
      ok: false,
      error: "key-used",
    });
  });
});
