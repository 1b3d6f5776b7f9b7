import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { createTestDatabase, type TestDatabase } from "../testing";
import { createRecord, type TestRecord } from "./record.harness";

describe("the record of evidence, checked (B-02, S16, X-03)", () => {
  let server: TestDatabase;
  let record: TestRecord;

  beforeAll(async () => {
    server = await createTestDatabase();
    record = await createRecord(server.url);
    await record.write(5_000);
    await record.seal();
    await record.write(5_000);
    await record.seal();
  });
  afterAll(async () => {
    await record.close();
    await server.drop();
  });

  const middle = async () => {
    const [row] = await record.attacker`select event_id as id, event_at as at from assent.audit_link where seq = 6543`;
    return row as { id: string; at: Date };
  };
  /** Does something to the record, looks, and puts everything back. */
  const harmed = async (harm: string | (() => Promise<void>), options?: Parameters<TestRecord["verify"]>[0]) => {
    const tables = ["audit_event", "audit_link", "audit_checkpoint", "audit_unsealed"];
    for (const table of tables)
      await record.attacker.unsafe(`create temp table kept_${table} as table assent.${table}`);
    try {
      if (typeof harm === "string") await record.attacker.unsafe(harm);
      else await harm();
      return await record.verify(options);
    } finally {
      for (const table of tables) {
        await record.attacker.unsafe(
          `delete from assent.${table}; insert into assent.${table} table kept_${table}; drop table kept_${table}`,
        );
      }
    }
  };

  test("as it was written, nothing is found, and what was looked at is said", async () => {
    const { findings, coverage } = await record.verify({ kept: record.announced.map(({ signed }) => signed) });
    expect(findings).toEqual([]);
    expect(coverage).toMatchObject({ events: 10_000, waiting: 0 });
    expect(coverage.checkpoints).toBeGreaterThanOrEqual(4);
    expect(Number(coverage.to)).toBeGreaterThan(Number(coverage.from));
  });

  test.each([
    ["id", "overlay(id::text placing case when right(id::text, 1) = '0' then '1' else '0' end from 36)::uuid"],
    ["tenant", "tenant || 'x'"],
    ["at", "at + interval '1 microsecond'"],
    ["type", "'decision-intendeD'"],
    ["consent_id", "consent_id || ' '"],
    ["client_id", "null"],
    ["kind", "'account-accesS'"],
    ["actor_type", "'staff'"],
    ["actor_ref", "'actor-2'"],
    ["customer_ref", "null"],
    ["correlation_id", "upper(correlation_id)"],
    ["detail", `jsonb_set(detail, '{version}', (detail ->> 'version' || '.0')::jsonb)`],
    ["detail", `detail || '{"outcome": "Allowed"}'`],
    ["personal", "'c2VhbGVl'"],
  ])("one byte of %s in one row of 10,000 is found, and the row is named", async (column, value) => {
    const { id } = await middle();
    const { findings } = await harmed(`update assent.audit_event set ${column} = ${value} where id = '${id}'`);
    expect(findings[0]).toMatchObject({ what: column === "id" ? "missing" : "changed", seq: "6543", eventId: id });
    expect(findings.slice(1).map(({ what }) => what)).toEqual(column === "id" || column === "at" ? ["added"] : []);
  });

  test("a row that is gone, one that was added, and two that were swapped", async () => {
    const { id } = await middle();
    expect((await harmed(`delete from assent.audit_event where id = '${id}'`)).findings).toEqual([
      expect.objectContaining({ what: "missing", seq: "6543", eventId: id }),
    ]);
    const copied = `insert into assent.audit_event select '0190a000-0000-7000-8000-000000000000', tenant, at, type, consent_id,
      client_id, kind, actor_type, actor_ref, customer_ref, correlation_id, detail, personal
      from assent.audit_event where id = '${id}'`;
    expect((await harmed(copied)).findings).toEqual([
      expect.objectContaining({ what: "added", eventId: "0190a000-0000-7000-8000-000000000000" }),
    ]);
    const swapped = `update assent.audit_event as one set detail = other.detail from assent.audit_event as other,
      assent.audit_link as a, assent.audit_link as b
      where (a.seq, b.seq) in ((6543, 6544), (6544, 6543)) and one.id = a.event_id and other.id = b.event_id`;
    expect((await harmed(swapped)).findings).toEqual([
      expect.objectContaining({ what: "changed", seq: "6543" }),
      expect.objectContaining({ what: "changed", seq: "6544" }),
    ]);
  });

  test.each([
    ["its chain hash", "chain_hash = set_byte(chain_hash, 0, get_byte(chain_hash, 0) # 1)"],
    ["the event's hash", "event_hash = set_byte(event_hash, 31, get_byte(event_hash, 31) # 1)"],
    ["the event's time", "event_at = event_at + interval '1 microsecond'"],
  ])("a link of which %s was changed", async (_, change) => {
    const { findings } = await harmed(`update assent.audit_link set ${change} where seq = 6543`);
    expect(findings[0]).toMatchObject({ what: "link-changed", seq: "6543" });
    expect(findings.filter(({ seq }) => seq !== undefined)).toHaveLength(1);
  });

  test("a link that is gone, and two that changed places", async () => {
    expect((await harmed("delete from assent.audit_link where seq = 6543")).findings).toEqual([
      { what: "link-missing", tenant: "test", seq: "6543" },
      expect.objectContaining({ what: "added" }),
    ]);
    const { findings } = await harmed(`update assent.audit_link set seq = -seq where seq in (6543, 6600);
      update assent.audit_link set seq = 6543 + 6600 + seq where seq < 0`);
    expect(findings.map(({ seq }) => seq)).toEqual(expect.arrayContaining(["6543", "6600"]));
  });

  test("an event changed, and the whole chain after it made anew, contradicts what was signed", async () => {
    const { id } = await middle();
    const { findings } = await harmed(async () => {
      await record.attacker`update assent.audit_event set actor_ref = 'nobody' where id = ${id}`;
      await record.attacker`insert into assent.audit_unsealed
        select event_id, tenant, event_at from assent.audit_link where seq >= 6543`;
      await record.attacker`delete from assent.audit_link where seq >= 6543`;
      await record.seal();
    });
    expect(new Set(findings.map(({ what }) => what))).toEqual(new Set(["checkpoint-contradicted"]));
    expect(findings.at(-1)).toMatchObject({ seq: "10000" });
  });

  test("a link made anew with its event stands out by the next one", async () => {
    const { id } = await middle();
    const { findings } = await harmed(`update assent.audit_event set actor_ref = 'nobody' where id = '${id}';
      update assent.audit_link set event_hash = sha256('x'), chain_hash = sha256('y') where seq = 6543`);
    expect(findings.map(({ seq }) => seq)).toEqual(expect.arrayContaining(["6543"]));
    expect(findings.length).toBeLessThan(5);
  });

  test("a checkpoint that was forged, put at another place, or is something else that we signed", async () => {
    const [last] = record.announced.slice(-1);
    const forged =
      last?.signed.replace(/\.(.)([^.]*)$/, (_, first, rest) => `.${first === "A" ? "B" : "A"}${rest}`) ?? "";
    expect(
      (await harmed(`update assent.audit_checkpoint set signed = '${forged}' where seq = ${last?.seq}`)).findings,
    ).toEqual([{ what: "checkpoint-forged", tenant: "test", seq: last?.seq }]);
    expect((await harmed(`update assent.audit_checkpoint set seq = 6543 where seq = ${last?.seq}`)).findings).toEqual([
      { what: "checkpoint-forged", tenant: "test", seq: "6543" },
    ]);
    const receipt = await record.sign({ ...last, chain: "AAAA" }, "receipt+jws");
    expect((await record.verify({ kept: [receipt] })).findings).toMatchObject([{ what: "checkpoint-forged" }]);
  });

  test("an end that was cut off with its links is seen by the stored checkpoints, and without them by one kept elsewhere", async () => {
    const cut = `delete from assent.audit_event where id in (select event_id from assent.audit_link where seq > 9000);
      delete from assent.audit_link where seq > 9000;`;
    const seen = [{ what: "cut-off", tenant: "test", seq: "10000" }];
    expect((await harmed(cut)).findings).toEqual(seen);
    const all = `${cut} delete from assent.audit_checkpoint where seq > 9000`;
    expect((await harmed(all)).findings).toEqual([]);
    expect((await harmed(all, { kept: record.announced.slice(-1).map(({ signed }) => signed) })).findings).toEqual(
      seen,
    );
    const nothing =
      "delete from assent.audit_event; delete from assent.audit_link; delete from assent.audit_checkpoint";
    const kept = record.announced.slice(-1).map(({ signed }) => signed);
    expect((await harmed(nothing, { kept })).findings).toEqual(seen);
  });

  test("what waits for its link may wait for a while; what is gone from the queue, or before it was linked, is named", async () => {
    await record.write(3);
    try {
      expect(await record.verify()).toMatchObject({ findings: [], coverage: { waiting: 3 } });
      expect((await record.verify({ patience: 0 })).findings.map(({ what }) => what)).toEqual(
        Array(3).fill("unsealed"),
      );
      const gone = await harmed(
        "delete from assent.audit_event where id in (select event_id from assent.audit_unsealed)",
      );
      expect(gone.findings.map(({ what }) => what)).toEqual(Array(3).fill("missing"));
      const dequeued = await harmed("delete from assent.audit_unsealed");
      expect(dequeued.findings.map(({ what }) => what)).toEqual(Array(3).fill("added"));
    } finally {
      await record.seal();
    }
    expect(await record.verify()).toMatchObject({ findings: [], coverage: { waiting: 0 } });
  });

  test("what waits is not late because the record is long and looking takes its time", async () => {
    await record.write(1);
    const isLate = async () => {
      const [queue] = await record.attacker`
        select at < clock_timestamp() - interval '3 seconds' as late from assent.audit_unsealed`;
      expect(queue).toEqual({ late: true });
    };
    try {
      const { findings } = await record.verify({ patience: 3, meanwhile: () => vi.waitFor(isLate, 10_000) });
      expect(findings).toEqual([]);
    } finally {
      await record.seal();
    }
  });
});
