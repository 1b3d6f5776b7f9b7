import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { asChangeId, asConsentId, asCustomerId, asStaffId } from "~/domain/shared/ids";
import type { AskedChange, ConsentChanges, RecordedChange } from "~/ports/consent-changes";
import { aStop, type ChangeWorld, CUSTOMER, STAFF, startChangeWorld } from "~/use-cases/change-consent.harness";

describe("the record of changes", () => {
  let the: ChangeWorld;
  beforeAll(async () => {
    the = await startChangeWorld();
  });
  afterAll(() => the.close());

  const intended = async (asked: AskedChange): Promise<RecordedChange> => {
    const recorded = await the.changes.intend(asked);
    if (!recorded.ok) throw new Error(recorded.error);
    return recorded.value;
  };
  const refused = (error: string) => ({ ok: false, error });

  test("T11: intended with its evidence, by pseudonym, and our picture of the consent as it was", async () => {
    const { id } = await the.authorised();
    const change = await intended(aStop(id));
    const { ref } = await the.vault.of(CUSTOMER.id);
    expect(change).toMatchObject({ consentId: id, move: "stop", actor: { type: "customer", ref }, state: "intended" });
    expect(await the.evidenceOf(id)).toEqual({ audit: ["change-intended"], versions: [], queued: [] });
    expect(await the.projectionOf(id)).toMatchObject({ status: "authorised", version: 2 });
  });

  test("twenty with the same key at once are one change; the same key for another wish is refused", async () => {
    const { id } = await the.authorised();
    const asked = aStop(id);
    const recorded = await Promise.all(Array.from({ length: 20 }, () => intended(asked)));
    const change = await intended(asked);
    expect(new Set(recorded.map((each) => each.id))).toEqual(new Set([change.id]));
    expect((await the.evidenceOf(id)).audit).toEqual(["change-intended"]);
    expect(await the.changes.intend({ ...asked, reason: "not-me" } as AskedChange)).toEqual(refused("key-used"));
    const settled = await the.changes.settle(change, {});
    expect(await intended(asked)).toEqual(settled);
  });

  test("a key is its actor's: two who use the same one do not meet", async () => {
    const [mine, other] = [await the.authorised(), await the.authorised()];
    const idempotencyKey = "1";
    await intended(aStop(mine.id, { idempotencyKey }));
    await intended(aStop(other.id, { idempotencyKey, move: "terminate", reason: "fraud", actor: STAFF }));
  });

  test("one change of a consent at a time, even when twenty ask at once", async () => {
    const { id } = await the.authorised();
    const answers = await Promise.all(Array.from({ length: 20 }, () => the.changes.intend(aStop(id))));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.filter(({ ok }) => !ok)).toEqual(Array(19).fill(refused("another-under-way")));
  });

  test("what ends a consent overtakes a pause that is under way, and nothing overtakes an end", async () => {
    const { id } = await the.authorised();
    const suspend = { move: "suspend", reason: "customer-pause" } as const;
    const paused = await intended(aStop(id, suspend));
    const held = aStop(id, { move: "suspend", reason: "fraud-suspected", actor: STAFF });
    expect(await the.changes.intend(held)).toEqual(refused("another-under-way"));
    const stop = aStop(id);
    const stopping = await Promise.all([intended(stop), intended(stop), the.changes.takeToSend(paused)]);
    expect(await the.changes.again(paused)).toMatchObject({ state: "closed", closedBecause: "spent" });
    expect(await the.changes.settle(paused, {})).toMatchObject({ state: "closed" });
    for (const other of [suspend, {}, { move: "terminate", reason: "fraud", actor: STAFF } as const]) {
      expect(await the.changes.intend(aStop(id, other))).toEqual(refused("another-under-way"));
    }
    await the.changes.settle(stopping[0], {});
    expect(await the.evidenceOf(id)).toMatchObject({ versions: ["stop by customer"], queued: ["stop"] });
    expect((await the.evidenceOf(id)).audit.toSorted()).toEqual([
      "change-intended",
      "change-intended",
      "change-not-accepted",
      "change-settled",
      "consent-moved",
    ]);
  });

  test("C-10: what is on its way is told of each consent at once, and no longer once it has ended", async () => {
    const [stopped, paused, ended, still] = await Promise.all(Array.from({ length: 4 }, () => the.authorised()));
    if (!stopped || !paused || !ended || !still) throw new Error("four were made");
    await intended(aStop(stopped.id));
    await intended(aStop(paused.id, { move: "suspend", reason: "fraud-suspected", actor: STAFF } as const));
    await the.changes.settle(await intended(aStop(ended.id)), {});
    const underWay = await the.changes.underWay([stopped.id, paused.id, ended.id, still.id]);
    expect(underWay).toEqual(
      new Map([
        [stopped.id, { move: "stop", by: "customer", since: expect.any(Date) }],
        [paused.id, { move: "suspend", by: "staff", since: expect.any(Date) }],
      ]),
    );
    expect(Math.abs(Number(underWay.get(stopped.id)?.since) - Date.now())).toBeLessThan(60_000);
    expect(await the.changes.underWay([])).toEqual(new Map());
  });

  test("an end that was asked for before overtakes nothing when it is asked for again", async () => {
    const { id } = await the.authorised();
    const stop = aStop(id);
    const closed = await the.changes.close(await intended(stop), "not-allowed");
    const paused = await intended(aStop(id, { move: "suspend", reason: "customer-pause" }));
    expect(await intended(stop)).toEqual(closed);
    expect(await the.changes.again(paused)).toMatchObject({ state: "intended" });
  });

  test("an end at the very moment at which a pause is settled: one after the other, never in each other's way", async () => {
    for (let time = 0; time < 20; time++) {
      const { id } = await the.authorised();
      const paused = await intended(aStop(id, { move: "suspend", reason: "customer-pause" }));
      // A little later each time, so that each is first some time.
      const settling = sleep(time / 4).then(() => the.changes.settle(paused, {}));
      const [settled, stop] = await Promise.all([settling, intended(aStop(id))]);
      await the.changes.settle(stop, {});
      const versions = settled.state === "settled" ? ["suspend by customer"] : [];
      expect((await the.evidenceOf(id)).versions).toEqual([...versions, "stop by customer"]);
      expect((await the.projectionOf(id))?.status).toBe("revoked");
    }
  });

  test.each([
    ["suspend", "customer-pause"],
    ["stop", "customer-stopped"],
  ] as const)("while a %s is settled another is asked for: neither waits for the other", async (move, reason) => {
    const { id } = await the.authorised();
    const change = await intended(aStop(id, { move, reason } as Partial<AskedChange>));
    const held = sql`select from assent.consent_projection where consent_id = ${id} for share`;
    const both = await the.whileHeld(held, async (waiting) => {
      const settling = the.changes.settle(change, {});
      await waiting(1);
      const asking = the.changes.intend(aStop(id, { move, reason } as Partial<AskedChange>));
      // As far as it comes by itself.
      await Promise.race([asking, waiting(2)]);
      return [settling, asking] as const;
    });
    expect(await both[0]).toMatchObject({ state: "settled" });
    expect(await both[1]).toMatchObject({ ok: false });
  });

  test("an end overtakes a pause also when both are recorded in the same moment", async () => {
    const consents = await Promise.all(Array.from({ length: 40 }, () => the.authorised()));
    const asked = consents.map(async ({ id }) => {
      const paused = the.changes.intend(aStop(id, { move: "suspend", reason: "customer-pause" }));
      const [, stop] = await Promise.all([paused, the.changes.intend(aStop(id))]);
      return stop.ok;
    });
    expect(await Promise.all(asked)).toEqual(consents.map(() => true));
  });

  test("what moves while it is recorded is judged anew", async () => {
    const { id } = await the.authorised();
    const asked = aStop(id);
    let answer: Awaited<ReturnType<ConsentChanges["intend"]>> | undefined;
    let asking = Promise.resolve();
    await the.database.db.transaction(async (other) => {
      await other.execute(sql`update assent.consent_projection
        set status = 'terminated', reason = 'fraud', version = version + 1 where consent_id = ${id}`);
      asking = the.changes.intend(asked).then((given) => {
        answer = given;
      });
      const waits = sql`select count(*)::int as waiting from pg_locks join pg_stat_activity using (pid)
        where datname = current_database() and not granted`;
      await vi.waitUntil(async () => {
        const [row] = await the.database.db.execute<{ waiting: number }>(waits);
        return answer !== undefined || row?.waiting === 1;
      });
    });
    await asking;
    expect(answer).toEqual(refused("not-allowed"));
  });

  test("C-07: another customer's consent and one that is not there look the same; staff reach both", async () => {
    const { id } = await the.authorised();
    const actor = { type: "customer", id: asCustomerId("cus-2") } as const;
    expect(await the.changes.intend(aStop(id, { actor }))).toEqual(refused("not-found"));
    expect(await the.changes.intend(aStop(asConsentId("aac-none")))).toEqual(refused("not-found"));
    const terminate = { move: "terminate", reason: "regulatory", actor: STAFF } as const;
    expect(await the.changes.intend(aStop(id, terminate))).toMatchObject({ ok: true });
    expect(await the.changes.intend(aStop(asConsentId("aac-none"), terminate))).toEqual(refused("not-found"));
  });

  test("a change is found by who asked for it, and by nobody else", async () => {
    const { id } = await the.authorised();
    const change = await intended(aStop(id));
    expect(await the.changes.find(change.id, CUSTOMER)).toEqual(change);
    const others = [
      { type: "customer", id: asCustomerId("cus-2") },
      STAFF,
      { type: "staff", id: asStaffId("cus-1") },
    ] as const;
    for (const other of others) expect(await the.changes.find(change.id, other)).toBeUndefined();
    for (const none of ["01890000-0000-7000-8000-000000000000", "' or 1=1", ""]) {
      expect(await the.changes.find(asChangeId(none), CUSTOMER)).toBeUndefined();
    }
  });

  describe("only where the life cycle leads", () => {
    const suspend = { move: "suspend", reason: "customer-pause" } as const;
    const resume = { move: "resume", reason: "resumed" } as const;
    const settled = async (asked: AskedChange) => the.changes.settle(await intended(asked), {});

    test("T9, T10: an authorised one is suspended and only a suspended one resumed; T11: both are stopped", async () => {
      const { id } = await the.authorised();
      expect(await the.changes.intend(aStop(id, resume))).toEqual(refused("not-allowed"));
      await settled(aStop(id, suspend));
      expect(await the.projectionOf(id)).toMatchObject({ status: "suspended", suspended_by: "customer" });
      expect(await the.changes.intend(aStop(id, suspend))).toEqual(refused("not-allowed"));
      await settled(aStop(id, resume));
      expect(await the.projectionOf(id)).toMatchObject({ status: "authorised", suspended_by: null });
      await settled(aStop(id, suspend));
      await settled(aStop(id));
      expect(await the.projectionOf(id)).toMatchObject({ status: "revoked", version: 6, reason: "customer-stopped" });
      for (const move of [suspend, resume, {}]) {
        expect(await the.changes.intend(aStop(id, move))).toEqual(refused("not-allowed"));
      }
    });

    test("T10: what the bank has suspended the customer cannot resume, and the bank not what a customer paused", async () => {
      const { id } = await the.authorised();
      await settled(aStop(id, { move: "suspend", reason: "fraud-suspected", actor: STAFF }));
      expect(await the.changes.intend(aStop(id, resume))).toEqual(refused("not-allowed"));
      await settled(aStop(id, { ...resume, actor: STAFF }));
      await settled(aStop(id, suspend));
      expect(await the.changes.intend(aStop(id, { ...resume, actor: STAFF }))).toEqual(refused("not-allowed"));
    });

    test("T14, R9: what has run out by the database's clock cannot be changed, whatever its picture still says", async () => {
      const { id } = await the.authorised();
      await the.runOut(id);
      expect(await the.projectionOf(id)).toMatchObject({ status: "authorised" });
      expect(await the.changes.intend(aStop(id))).toEqual(refused("not-allowed"));
    });
  });

  test("settled once by two at once: one version, one event, one for whoever is to hear of it", async () => {
    const { id } = await the.authorised();
    const change = await intended(aStop(id));
    const ends = await Promise.all([
      the.changes.settle(change, { revision: 3 }),
      the.changes.settle(change, { revision: 3 }),
      the.changes.close(change, "not-allowed"),
    ]);
    expect(new Set(ends.map(({ state }) => state)).size).toBe(1);
    const evidence = await the.evidenceOf(id);
    if (ends[0]?.state === "settled") {
      expect(evidence.versions).toEqual(["stop by customer"]);
      expect(evidence.queued).toEqual(["stop"]);
      expect(evidence.audit.toSorted()).toEqual(["change-intended", "change-settled", "consent-moved"]);
    } else expect(evidence).toEqual({ audit: ["change-intended", "change-not-accepted"], versions: [], queued: [] });
  });

  test("what stands already, by somebody else, moves nothing: who did it is told by the authorization server", async () => {
    const { id } = await the.authorised();
    const change = await the.changes.settle(await intended(aStop(id)), undefined);
    expect(change.state).toBe("settled");
    expect(await the.evidenceOf(id)).toEqual({
      audit: ["change-intended", "change-settled"],
      versions: [],
      queued: [],
    });
  });

  test("closed with its reason, and the consent is free for another change", async () => {
    const { id } = await the.authorised();
    const change = await the.changes.close(await intended(aStop(id)), "not-allowed");
    expect(change).toMatchObject({ state: "closed", closedBecause: "not-allowed" });
    await intended(aStop(id));
  });

  test("one at a time may send; given back or lapsed, the next may; once ended, nobody", async () => {
    const { id } = await the.authorised();
    const change = await intended(aStop(id));
    const taken = await Promise.all(Array.from({ length: 10 }, () => the.changes.takeToSend(change)));
    expect(taken.filter(Boolean)).toHaveLength(1);
    await the.changes.giveBack(change);
    expect(await the.changes.takeToSend(change)).toBe(true);
    await the.aMinuteLater(id);
    expect(await the.changes.takeToSend(change)).toBe(true);
    await the.changes.settle(change, {});
    await the.changes.giveBack(change);
    expect(await the.changes.takeToSend(change)).toBe(false);
  });

  test("what was left in between is found after a while; what was tried longest ago first", async () => {
    const [older, newer] = [(await the.authorised()).id, (await the.authorised()).id];
    const ids = [older, newer];
    const [first, second] = [await intended(aStop(older)), await intended(aStop(newer))];
    const found = async () => {
      const unfinished = await the.changes.unfinished(100);
      return unfinished.filter(({ change }) => ids.includes(change.consentId)).map(({ change }) => change.id);
    };
    expect(await found()).toEqual([]);
    for (const id of ids) await the.aMinuteLater(id);
    expect(await found()).toEqual([first.id, second.id]);
    await the.changes.takeToSend(first);
    expect(await found()).toEqual([second.id]);
    await the.changes.giveBack(first);
    expect(await found()).toEqual([second.id, first.id]);
  });
});
