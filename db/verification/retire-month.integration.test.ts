import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { RETIREMENT_TYPE } from "~/domain/audit/retirement";
import { createMakeAuditMonths } from "../queries/audit-months";
import { createTestDatabase, type TestDatabase } from "../testing";
import { createRecord, type TestRecord } from "./record.harness";
import { retireMonth } from "./retire-month";

describe("a month of the record that is dropped after its time (X-03, C-22)", () => {
  let server: TestDatabase;
  let record: TestRecord;

  const writeAt = (at: string, events: number, tenant = "test") =>
    record.attacker.unsafe(`insert into assent.audit_event (id, tenant, at, type, actor_type, correlation_id, detail)
      select gen_random_uuid(), '${tenant}', '${at}'::timestamptz + number * interval '1 hour', 'written', 'system', 'c', '{}'
      from generate_series(1, ${events}) as number`);
  const retire = (month = "2019-03") =>
    retireMonth({ databaseUrl: server.url, month, sign: (claim) => record.sign(claim, RETIREMENT_TYPE) });
  const found = async (kept: readonly string[] = []) =>
    (await record.verify({ kept })).findings.map(({ what, month }) => (month ? `${what} ${month}` : what));
  /** As an administrator with bad intentions does: no trigger speaks. */
  const harm = async (statement: string) => {
    await record.attacker.unsafe(`set session_replication_role = replica; ${statement}`);
  };

  beforeEach(async () => {
    server = await createTestDatabase();
    record = await createRecord(server.url);
    await record.attacker.unsafe("set session_replication_role = origin");
    // Two tenants, and two months whose links lie in one another's order.
    await writeAt("2019-03-10Z", 20);
    await writeAt("2019-03-10Z", 5, "other");
    await writeAt("2019-04-10Z", 10);
    await record.seal();
    await record.write(5);
    await record.seal();
    await createMakeAuditMonths(record.database.db)();
    await record.seal();
  });
  afterEach(async () => {
    await record.close();
    await server.drop();
  });

  test("is told as retired, and nothing is found; all else is verified as before", async () => {
    const { events, claims } = await retire();
    expect(events).toBe(25);
    const { findings, coverage } = await record.verify({ kept: claims.map(({ signed }) => signed) });
    expect(findings).toEqual([]);
    expect(coverage.retired).toEqual(
      expect.arrayContaining([
        { tenant: "test", month: "2019-03", events: "20" },
        { tenant: "other", month: "2019-03", events: "5" },
      ]),
    );
    const [left] = await record.attacker`select count(*)::int as n from assent.audit_event where at < '2019-04-01Z'`;
    expect(left).toEqual({ n: 0 });
    await harm(
      "delete from assent.audit_event where id = (select id from assent.audit_event where at < '2020-01-01Z' limit 1)",
    );
    expect(await found()).toEqual(["missing"]);
  });

  test("dropped without a claim it is missing, event by event", async () => {
    await harm("drop table assent.audit_event_2019_03");
    expect(await found()).toEqual(Array.from({ length: 25 }, () => "missing"));
  });

  test("a claim that is gone, and kept elsewhere, still holds; kept nowhere, the events are missing", async () => {
    const { claims } = await retire();
    await harm("delete from assent.audit_retirement where tenant = 'other'");
    expect(await found()).toEqual(Array.from({ length: 5 }, () => "missing"));
    expect(await found(claims.map(({ signed }) => signed))).toEqual([]);
  });

  test.each([
    [
      "with a letter of its seal changed",
      "update assent.audit_retirement set signed = left(signed, -9) || 'AAAAAAAAA'",
    ],
    ["put to another month", "update assent.audit_retirement set month = '2019-04-01'"],
    [
      "put to another tenant",
      `update assent.audit_retirement as claim set signed = other.signed from assent.audit_retirement as other
        where claim.tenant <> other.tenant`,
    ],
    [
      "that is a checkpoint",
      "update assent.audit_retirement set signed = (select signed from assent.audit_checkpoint limit 1)",
    ],
  ])("a claim %s is forged, and what it stood for is missing", async (_, statement) => {
    await retire();
    await harm(statement);
    const all = await found();
    expect(all.filter((what) => what.startsWith("retirement-forged"))).toHaveLength(2);
    expect(all.filter((what) => what === "missing")).toHaveLength(25);
  });

  test("links cannot be moved into a retired month to hide what is gone elsewhere", async () => {
    await retire();
    await harm(`with gone as (delete from assent.audit_event where id = (
        select id from assent.audit_event where at < '2020-01-01Z' limit 1) returning id)
      update assent.audit_link as link set event_at = '2019-03-20Z' from gone where link.event_id = gone.id`);
    expect(await found()).toEqual(["retirement-contradicted 2019-03"]);
  });

  test("a claim that was signed of other events than the chain holds is contradicted", async () => {
    await retire();
    const claim = { tenant: "test", month: "2019-03", events: "20", digest: "x".repeat(43) };
    const signed = await record.sign(claim, RETIREMENT_TYPE);
    await harm(`update assent.audit_retirement set signed = '${signed}' where tenant = 'test'`);
    expect(await found()).toEqual(["retirement-contradicted 2019-03"]);
  });

  test.each(["2019-04", "2019-05", "2019-02"])("%s is refused, since it is not the oldest", async (month) => {
    await expect(retire(month)).rejects.toThrow();
    expect(await found()).toEqual([]);
  });

  test("this year is refused, and so is a month with something that waits for its link or has none", async () => {
    const now = new Date().toISOString().slice(0, 7);
    await expect(retire(now)).rejects.toThrow("more than a year ago");
    await writeAt("2019-03-20Z", 1);
    await expect(retire()).rejects.toThrow("wait for their links");
    await harm("delete from assent.audit_unsealed");
    await expect(retire()).rejects.toThrow("not what was signed");
  });

  test("whoever reads the record meanwhile reads on, and the month goes after that", async () => {
    let retired: ReturnType<typeof retire> | undefined;
    const [read] = await record.attacker.begin(async (reader) => {
      await reader`lock table only assent.audit_event in access share mode`;
      retired = retire();
      retired.catch(() => {});
      await expect
        .poll(() => record.database.db.execute("select from pg_locks where not granted"), { timeout: 4_000 })
        .toHaveLength(1);
      return reader`select count(*)::int as events from assent.audit_event where at < '2019-04-01Z'`;
    });
    expect(read).toEqual({ events: 25 });
    expect(await retired).toMatchObject({ events: 25 });
  });

  test("the claim stays: the owner cannot change it by mistake", async () => {
    await retire();
    for (const change of ["update assent.audit_retirement set tenant = 'x'", "delete from assent.audit_retirement"]) {
      await record.attacker.unsafe("set session_replication_role = origin");
      await expect(record.attacker.unsafe(change)).rejects.toThrow("append-only");
    }
  });
});
