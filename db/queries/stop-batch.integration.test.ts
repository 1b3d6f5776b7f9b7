import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { asBatchId, asClientId, asCustomerId } from "~/domain/shared/ids";
import type { AskedBatch } from "~/ports/consent-changes";
import { aStop, type ChangeWorld, CUSTOMER, STAFF, startChangeWorld } from "~/use-cases/change-consent.harness";
import { settleChange } from "~/use-cases/settle-change";
import { stopMany } from "~/use-cases/stop-many";

describe("everything at once (D-10)", () => {
  let the: ChangeWorld;
  beforeAll(async () => {
    the = await startChangeWorld();
  });
  afterAll(() => the.close());
  beforeEach(async () => {
    // Each test has its customer's consents to itself.
    await the.database.db.execute(sql`update assent.consent_projection set customer_id = 'cus-gone'`);
  });

  const aBatch = (over: Partial<AskedBatch> = {}): AskedBatch => ({
    customer: CUSTOMER.id,
    idempotencyKey: randomUUID(),
    correlationId: randomUUID(),
    ...over,
  });
  const settle = () => settleChange({ authorizationServer: the.as, changes: the.changes });
  const stopping = () => stopMany({ changes: the.changes, settleChange: settle() });

  test("each of them is a change of its own, with its evidence, by its customer's pseudonym", async () => {
    const consents = [await the.authorised(), await the.authorised(), await the.authorised()];
    const batch = await the.changes.stopMany(aBatch());
    expect(batch.changes.map(({ consentId }) => consentId).sort()).toEqual(consents.map(({ id }) => id).sort());
    const { ref } = await the.vault.of(CUSTOMER.id);
    for (const change of batch.changes) {
      expect(change).toMatchObject({ move: "stop", reason: "customer-stopped", state: "intended", actor: { ref } });
      expect(await the.auditOf(change.consentId)).toEqual([
        {
          type: "change-intended",
          actor_type: "customer",
          actor_ref: ref,
          detail: { changeId: change.id, move: "stop", reason: "customer-stopped" },
        },
      ]);
    }
  });

  test("they are brought to the authorization server, and what a crash leaves is found by the job", async () => {
    const [one, two] = [await the.authorised(), await the.authorised()];
    await stopping()(aBatch());
    for (const { id } of [one, two]) expect(await the.projectionOf(id)).toMatchObject({ status: "revoked" });
    const left = await the.authorised();
    await the.changes.stopMany(aBatch());
    await the.aMinuteLater(left.id);
    expect((await the.changes.unfinished(50)).map(({ change }) => change.consentId)).toContain(left.id);
  });

  test("while one of them is stopped by itself: neither waits for the other", async () => {
    const { id } = await the.authorised();
    const alone = await the.changes.intend(aStop(id));
    if (!alone.ok) throw new Error(alone.error);
    const held = sql`select from assent.consent_projection where consent_id = ${id} for share`;
    const both = await the.whileHeld(held, async (waiting) => {
      const settling = the.changes.settle(alone.value, {});
      await waiting(1);
      const batch = the.changes.stopMany(aBatch());
      await Promise.race([batch, waiting(2)]);
      return [settling, batch] as const;
    });
    expect(await both[0]).toMatchObject({ state: "settled" });
    // By then there was nothing left to stop.
    expect((await both[1]).changes).toEqual([]);
  });

  test("two of them, of which the second sees what the first does not: neither waits for the other", async () => {
    const [one, two] = [await the.authorised(), await the.authorised()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
    if (!one || !two) throw new Error("two were made");
    const held = sql`select from assent.consent_projection where consent_id = ${one.id} for update`;
    const both = await the.whileHeld(held, async (waiting) => {
      const first = the.changes.stopMany(aBatch());
      await waiting(1);
      await the.changes.intend(aStop(two.id, { move: "suspend", reason: "customer-pause" }));
      const second = the.changes.stopMany(aBatch());
      await waiting(2);
      return [first, second] as const;
    });
    for (const batch of await Promise.all(both))
      expect(batch.changes).toMatchObject([{ move: "stop" }, { move: "stop" }]);
  });

  test("the same form twice, and two tabs at once, stop each of them once", async () => {
    const { id } = await the.authorised();
    const asked = aBatch();
    const batches = await Promise.all([asked, asked, aBatch(), aBatch()].map((each) => the.changes.stopMany(each)));
    expect(batches[0]?.id).toBe(batches[1]?.id);
    expect(new Set(batches.flatMap(({ changes }) => changes.map((change) => change.id))).size).toBe(1);
    expect(await the.statesOf(id)).toEqual(["intended"]);
    expect((await the.auditOf(id)).map(({ type }) => type)).toEqual(["change-intended"]);
  });

  test("what is being paused is stopped all the same; what is being ended has no second change", async () => {
    const [pausing, ending] = [await the.authorised(), await the.authorised()];
    const pause = await the.changes.intend(aStop(pausing.id, { move: "suspend", reason: "customer-pause" }));
    const end = await the.changes.intend(aStop(ending.id, { move: "terminate", reason: "fraud", actor: STAFF }));
    if (!pause.ok || !end.ok) throw new Error("not intended");
    const { changes } = await the.changes.stopMany(aBatch());
    expect(await the.changes.again(pause.value)).toMatchObject({ state: "closed", closedBecause: "spent" });
    expect(changes.find(({ consentId }) => consentId === ending.id)?.id).toBe(end.value.id);
    expect(changes.find(({ consentId }) => consentId === pausing.id)).toMatchObject({ move: "stop" });
    expect((await the.auditOf(pausing.id)).map(({ type }) => type).toSorted()).toEqual([
      "change-intended",
      "change-intended",
      "change-not-accepted",
    ]);
  });

  test("neither what has ended, nor what has run out, nor another app's, nor anybody else's", async () => {
    const [live, over, stopped] = [await the.authorised(), await the.authorised(), await the.authorised()];
    await the.runOut(over.id);
    const stop = await the.changes.intend(aStop(stopped.id));
    if (stop.ok) await the.changes.settle(stop.value, {});
    const reached = async (asked: AskedBatch) =>
      (await the.changes.stopMany(asked)).changes.map(({ consentId }) => consentId);
    expect(await reached(aBatch({ customer: asCustomerId("cus-2") }))).toEqual([]);
    expect(await reached(aBatch({ clientId: asClientId("tpp-none") }))).toEqual([]);
    expect(await reached(aBatch({ clientId: live.reference.clientId }))).toEqual([live.id]);
  });

  test("its page is its customer's, for a month", async () => {
    await the.authorised();
    const batch = await the.changes.stopMany(aBatch());
    expect(await the.changes.batchOf(batch.id, CUSTOMER.id)).toEqual(batch);
    expect(await the.changes.batchOf(batch.id, asCustomerId("cus-2"))).toBeUndefined();
    for (const id of [randomUUID(), "x"]) {
      expect(await the.changes.batchOf(asBatchId(id), CUSTOMER.id)).toBeUndefined();
    }
    await the.asOwner(sql`update assent.stop_batch set asked_at = asked_at - interval '31 days'`);
    expect(await the.changes.batchOf(batch.id, CUSTOMER.id)).toBeUndefined();
    await the.changes.stopMany(aBatch());
    const [left] = await the.database.db.execute(sql`select count(*)::int as batches from assent.stop_batch`);
    expect(left).toEqual({ batches: 1 });
  });
});
