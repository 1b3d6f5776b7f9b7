import type { SQL } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Database } from "../client.server";
import { createTestDatabase, type TestDatabase } from "../testing";
import { createRecord, type TestRecord } from "../verification/record.harness";
import { createAuditChain } from "./audit-chain";

describe("sealing", () => {
  let server: TestDatabase;
  let record: TestRecord;

  beforeEach(async () => {
    server = await createTestDatabase();
    record = await createRecord(server.url, 100);
  });
  afterEach(async () => {
    await record.close();
    await server.drop();
  });

  const links = async () => {
    const [row] = await record.attacker<{ links: number; last: number; waiting: number }[]>`
      select count(*)::int as links, coalesce(max(seq), 0)::int as last,
        (select count(*)::int from assent.audit_unsealed) as waiting from assent.audit_link`;
    return row;
  };

  test("ten sealers at once leave no gap and nothing twice", async () => {
    await record.write(2_050);
    const sealers = Array.from({ length: 10 }, () => createAuditChain(record.database.db, 100));
    await Promise.all(
      sealers.map(async (sealer) => {
        while ((await links())?.waiting) await sealer.seal();
      }),
    );
    expect(await links()).toEqual({ links: 2_050, last: 2_050, waiting: 0 });
    expect((await record.verify()).findings).toEqual([]);
  });

  /** Ends at the given statement of the transaction, or after the last one and before it is committed. */
  const endingAt = (statement: number): Database =>
    new Proxy(record.database.db, {
      get: (db, name) =>
        name !== "transaction"
          ? Reflect.get(db, name)
          : (work: (transaction: unknown) => Promise<unknown>) =>
              db.transaction(async (transaction) => {
                let asked = 0;
                const counted = new Proxy(transaction, {
                  get: (inner, key) =>
                    key !== "execute"
                      ? Reflect.get(inner, key)
                      : (query: SQL) => {
                          asked += 1;
                          return asked === statement ? Promise.reject(new Error("ended")) : inner.execute(query);
                        },
                });
                await work(counted);
                throw new Error(`ended after ${asked}`);
              }),
    });

  test("R12: whoever is ended at any point has done nothing, and the next goes on", async () => {
    await record.write(250);
    for (const statement of [1, 2, 3, 4, 5]) {
      const sealing = createAuditChain(endingAt(statement), 100).seal();
      await expect(sealing).rejects.toThrow(statement === 5 ? "ended after 4" : "unknown failure");
      expect(await links()).toEqual({ links: 0, last: 0, waiting: 250 });
    }
    await record.seal();
    expect(await links()).toEqual({ links: 250, last: 250, waiting: 0 });
    expect((await record.verify()).findings).toEqual([]);
  });

  test("every tenant has a chain of its own, from 1", async () => {
    await record.write(150, "one");
    await record.write(70, "two");
    await record.seal();
    const chains = await record.attacker`
      select tenant, count(*)::int, min(seq)::int, max(seq)::int from assent.audit_link group by tenant order by tenant`;
    expect([...chains]).toEqual([
      { tenant: "one", count: 150, min: 1, max: 150 },
      { tenant: "two", count: 70, min: 1, max: 70 },
    ]);
    expect((await record.verify()).findings).toEqual([]);
  });

  test("an event that was written while it was sealed comes next, whatever its time", async () => {
    await record.write(1);
    await record.seal();
    await record.attacker.unsafe("set session_replication_role = origin");
    await record.attacker`insert into assent.audit_event (id, tenant, at, type, actor_type, correlation_id, detail)
      values (gen_random_uuid(), 'test', clock_timestamp() - interval '2 seconds', 'late', 'system', 'c', '{}')`;
    await record.seal();
    expect(await links()).toMatchObject({ last: 2 });
    expect((await record.verify()).findings).toEqual([]);
  });

  test("X-03: an end is signed at once, after 1,000 links, and after a minute; two who sign it leave one", async () => {
    await record.write(1);
    await record.seal();
    expect(record.announced.map(({ seq }) => seq)).toEqual(["1"]);
    await record.write(998);
    await record.seal();
    expect(record.announced).toHaveLength(1);
    await record.write(2);
    await record.seal();
    expect(record.announced.map(({ seq }) => seq)).toEqual(["1", "1001"]);
    await record.write(1);
    await record.seal();
    expect(record.announced).toHaveLength(2);
    await record.attacker`update assent.audit_checkpoint set at = at - interval '61 seconds'`;
    const chain = createAuditChain(record.database.db);
    const [due] = await chain.dueCheckpoints();
    expect(due).toMatchObject({ tenant: "test", seq: "1002" });
    const kept = await Promise.all([1, 2, 3].map(() => chain.keepCheckpoint(due as NonNullable<typeof due>, "signed")));
    expect(kept.filter(Boolean)).toHaveLength(1);
  });

  test("a checkpoint says the chain's end, and verifies", async () => {
    await record.write(3);
    await record.seal();
    const [checkpoint] = record.announced;
    const [end] = await record.attacker<
      { chain_hash: Buffer }[]
    >`select chain_hash from assent.audit_link where seq = 3`;
    expect(checkpoint?.chain).toBe(end?.chain_hash.toString("base64url"));
    expect(checkpoint?.at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/);
    expect((await record.verify({ kept: [checkpoint?.signed ?? ""] })).findings).toEqual([]);
  });

  test("a lag is told, and an idle round does nothing", async () => {
    const chain = createAuditChain(record.database.db);
    expect(await chain.seal()).toEqual({ events: 0, more: false, lagSeconds: 0 });
    await record.write(1);
    const { events, lagSeconds } = await chain.seal();
    expect(events).toBe(1);
    expect(lagSeconds).toBeGreaterThan(0);
    expect(lagSeconds).toBeLessThan(30);
  });
});
