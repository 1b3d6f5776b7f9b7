import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createMakeAuditMonths } from "./queries/audit-months";
import { createTestDatabase, type TestDatabase } from "./testing";
import { createRecord, type TestRecord } from "./verification/record.harness";

describe("parts of the audit, month by month", () => {
  let server: TestDatabase;
  let record: TestRecord;

  beforeEach(async () => {
    server = await createTestDatabase();
    record = await createRecord(server.url);
    await record.attacker.unsafe("set session_replication_role = origin");
  });
  afterEach(async () => {
    await record.close();
    await server.drop();
  });

  const parts = async () => {
    const rows = await record.attacker<{ name: string }[]>`
      select part.relname as name from pg_inherits join pg_class as part on part.oid = inhrelid
      where inhparent = 'assent.audit_event'::regclass order by name`;
    return rows.map(({ name }) => name.replace("audit_event_", ""));
  };
  const monthFrom = (months: number) => {
    const now = new Date();
    return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + months))
      .toISOString()
      .slice(0, 7)
      .replace("-", "_");
  };
  const writeAt = (at: string, events = 1) =>
    record.attacker.unsafe(`insert into assent.audit_event (id, tenant, at, type, actor_type, correlation_id, detail)
      select gen_random_uuid(), 'test', ${at}, 'written', 'system', 'c', '{}' from generate_series(1, ${events})`);
  const inDefault = async () => {
    const [row] = await record.attacker<{ rows: number }[]>`select count(*)::int as rows from assent.audit_event_other`;
    return row?.rows;
  };
  const make = () => createMakeAuditMonths(record.database.db)();

  test("this month and the next three are there after the migration; asked again, nothing is made", async () => {
    expect(await parts()).toEqual([0, 1, 2, 3].map(monthFrom).concat("other"));
    expect(await make()).toEqual({ made: 0, moved: 0, leftOver: 0 });
  });

  test("a month that is missing goes to the default part, is sealed and verified there, and moves out whole", async () => {
    await writeAt("now() - interval '400 days'", 5);
    await writeAt("now() + interval '200 days'", 5);
    await record.seal();
    expect(await inDefault()).toBe(10);
    expect((await record.verify()).findings).toEqual([]);

    const before = await record.attacker`select * from assent.audit_event order by id`;
    expect(await make()).toMatchObject({ made: 2, moved: 10, leftOver: 0 });
    expect(await inDefault()).toBe(0);
    expect([...(await record.attacker`select * from assent.audit_event order by id`)]).toEqual([...before]);
    const waiting = await record.attacker`select from assent.audit_unsealed`;
    expect(waiting).toHaveLength(0);
    expect((await record.verify()).findings).toEqual([]);
  });

  test("what was moved, and what comes after, can be neither changed nor removed", async () => {
    await writeAt("now() + interval '200 days'");
    await make();
    await writeAt("now() + interval '200 days'");
    for (const name of await parts()) {
      const part = `assent.audit_event_${name}`;
      const [row] = await record.attacker.unsafe(`select count(*)::int as rows from ${part}`);
      const tries = [
        `truncate ${part}`,
        ...(row?.["rows"] > 0 ? [`delete from ${part}`, `update ${part} set type = 'x'`] : []),
      ];
      for (const change of tries) await expect(record.attacker.unsafe(change), change).rejects.toThrow("append-only");
    }
    expect(await record.attacker`select from assent.audit_unsealed`).toHaveLength(2);
  });

  test("too many to move while customers wait stay where they are, and are counted", async () => {
    await writeAt("now() + interval '200 days'", 20);
    const [row] = await record.attacker`select * from assent.make_audit_months(19)`;
    expect(row).toMatchObject({ made: 0, moved: "0", left_over: "20" });
    expect(await inDefault()).toBe(20);
    expect(await record.attacker`select * from assent.make_audit_months(20)`).toMatchObject([{ made: 1, moved: "20" }]);
  });

  test("ten at once, with events written meanwhile: nothing is lost and nothing twice", async () => {
    await writeAt("now() + interval '200 days'", 500);
    const makers = Array.from({ length: 10 }, () => make());
    const writers = Array.from({ length: 20 }, () => record.write(10));
    const made = await Promise.all(makers);
    await Promise.all(writers);
    expect(made.reduce((sum, each) => sum + each.moved, 0)).toBe(500);
    await record.seal();
    expect(await record.verify()).toMatchObject({ findings: [], coverage: { events: 700 } });
  });

  test("ended in the middle, it has done nothing", async () => {
    await writeAt("now() + interval '200 days'", 500);
    await record.attacker
      .begin(async (transaction) => {
        await transaction`select assent.make_audit_months()`;
        throw new Error("ended");
      })
      .catch(() => {});
    expect(await inDefault()).toBe(500);
    expect(await parts()).toHaveLength(5);
  });
});
