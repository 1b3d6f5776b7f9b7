import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { asClientId } from "~/domain/shared/ids";
import type { ConsentCounts } from "~/ports/consent-counts";
import { createAuditChain } from "./audit-chain";
import { createConsentCounts } from "./consent-counts";
import { anEvent, aRecord, type ProjectionWorld, projectionWorld } from "./consent-projection.harness";
import { folded } from "./count-fold";
import { createExecute } from "./execute";

/** P9: the counters of the portal's home, beside writers who know nothing of them. */

let world: ProjectionWorld;
let counts: ConsentCounts;
const TPPS = ["tpp-a", "tpp-b", "tpp-c"].map(asClientId);

beforeAll(async () => {
  world = await projectionWorld();
  counts = createConsentCounts(world.db, "test");
  await counts.recount();
});
afterAll(() => world.stop());

const take = async (over: Parameters<typeof aRecord>[0]) => {
  const record = aRecord(over);
  await world.upkeep.takeRecord(record, { since: await world.upkeep.now(), correlationId: "look" });
  return record;
};
const stop = async (record: ReturnType<typeof aRecord>) =>
  world.upkeep.takeEvent(anEvent({ ...record, status: "revoked", revision: 3 }, "revoked", "customer"));

const seal = async () => {
  const chain = createAuditChain(world.db, 7);
  while ((await chain.seal()).more);
};
const fold = async () => {
  while ((await counts.fold()).more);
};
const exact = async () =>
  Object.fromEntries(
    (
      await world.db.execute<{ key: string; count: string }>(sql`
        select client_id || ' ' || kind || ' ' || status as key, count(*) from assent.consent_projection group by 1`)
    ).map(({ key, count }) => [key, Number(count)]),
  );
const kept = async () =>
  Object.fromEntries(
    (
      await world.db.execute<{ key: string; count: string }>(sql`
        select client_id || ' ' || kind || ' ' || status as key, count from assent.consent_count
        where client_id <> '*' and kind <> '*' and count <> 0`)
    ).map(({ key, count }) => [key, Number(count)]),
  );

test("writers side by side, chains sealed in pieces, folds that die: nothing is lost and nothing doubled", async () => {
  const writing = Array.from({ length: 4 }, async (_, writer) => {
    for (let round = 0; round < 12; round += 1) {
      const record = await take({ clientId: TPPS[(writer + round) % 3] ?? "", status: "authorised" } as never);
      if (round % 3 === 0) await stop(record);
    }
  });
  const folding = (async () => {
    for (let round = 0; round < 20; round += 1) {
      await createAuditChain(world.db, 7).seal();
      // Killed after its work and before its end.
      await world.db
        .transaction(async (transaction) => {
          await folded(createExecute(transaction), "test");
          throw new Error("killed");
        })
        .catch(() => {});
      await Promise.all([counts.fold(), counts.fold()]);
      if (round % 5 === 4) expect(await counts.recount()).toBe(0);
    }
  })();
  await Promise.all([...writing, folding]);
  await seal();
  await fold();
  expect(Object.values(await exact()).reduce((sum, count) => sum + count, 0)).toBe(48);
  expect(await kept()).toEqual(await exact());
  expect(await counts.recount()).toBe(0);
});

test("what was not folded yet is not counted twice by counting anew", async () => {
  await take({ clientId: TPPS[0] as never });
  expect(await counts.recount()).toBe(0);
  await seal();
  await take({ clientId: TPPS[0] as never });
  expect(await counts.recount()).toBe(0);
  await seal();
  await fold();
  expect(await kept()).toEqual(await exact());
});

test("counters that are wrong are put right, and by how much is said", async () => {
  await world.db.execute(sql`
    update assent.consent_count set count = count + 5 where client_id = '*' and kind = '*' and status = 'authorised'`);
  expect(await counts.recount()).toBe(5);
  expect(await counts.recount()).toBe(0);
});

test("all, one TPP, one kind or both; days, gauges and how old it is", async () => {
  await counts.gauge();
  const all = await counts.read({ days: 84 });
  const each = await Promise.all(TPPS.map((client) => counts.read({ client, days: 84 })));
  const live = (read: Awaited<ReturnType<ConsentCounts["read"]>>) => read.statuses.authorised ?? 0;
  expect(live(all)).toBeGreaterThan(30);
  expect(each.reduce((sum, read) => sum + live(read), 0)).toBe(live(all));
  expect(await counts.read({ kind: "account-access", days: 84 })).toMatchObject({ statuses: all.statuses });
  expect(await counts.read({ kind: "file-payment", days: 84 })).toMatchObject({ statuses: {}, days: [] });
  expect(all.days.filter(({ what }) => what.startsWith("revoked:"))).toEqual([
    expect.objectContaining({ day: all.today, count: 16 }),
  ]);
  expect(all.gauges).toEqual({ "held-by-bank": 0, "open-cases": 0, "open-drift": 0, "dead-deliveries": 0 });
  expect(all.ageSeconds).toBeLessThan(60);
});
