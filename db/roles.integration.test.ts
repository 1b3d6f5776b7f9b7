import { sql } from "drizzle-orm";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type OpenDatabase, openDatabase } from "./client.server";
import { createLoginRights } from "./queries/login-rights";
import { createTestDatabase, type TestDatabase } from "./testing";
import { createRecord, type TestRecord } from "./verification/record.harness";

/** All that the app may do, table by table. A table that is missing here, or a right that is not, fails the test. */
const RIGHTS: Readonly<Record<string, string>> = {
  access_day: "insert select update",
  access_event: "insert select",
  access_feed: "insert select update",
  access_last: "insert select update",
  approval: "insert select",
  approval_delegation: "insert select",
  approval_policy: "insert select",
  asked_check: "insert select update",
  audit_checkpoint: "insert select",
  audit_event: "insert select",
  audit_link: "insert select",
  audit_retirement: "select",
  audit_unsealed: "delete select",
  authority_event_inbox: "delete insert select update",
  bulk_revocation: "delete insert select",
  bulk_revocation_item: "delete insert select",
  consent_change: "insert select update",
  consent_count: "insert select update",
  consent_day_count: "insert select update",
  consent_decision: "insert select update",
  consent_draft: "insert select update",
  consent_export: "delete insert select",
  consent_projection: "insert select update",
  consent_reminder: "delete insert select",
  consent_signature: "insert select",
  consent_signer: "insert select update",
  consent_signing: "insert select update",
  consent_version_projection: "insert select",
  consent_visit: "insert select",
  count_fold: "insert select update",
  customer_case: "insert select update",
  customer_directory: "insert select update",
  customer_key: "insert select",
  customer_notice: "insert select update",
  customer_session: "delete insert select update",
  delivery_attempt: "insert select",
  delivery_endpoint: "insert select update",
  drift_finding: "insert select update",
  event_subscription: "delete insert select update",
  factor_request: "insert select update",
  gauge: "insert select update",
  job_status: "insert select update",
  notice_preference: "insert select update",
  outbox_delivery: "insert select update",
  outbox_event: "insert select update",
  receipt: "insert select update",
  reconcile_walk: "insert select update",
  saved_search: "delete insert select",
  second_device: "insert select update",
  shown_page: "insert select",
  staff_look: "delete insert select update",
  staff_member: "insert select update",
  staff_preference: "insert select update",
  staff_session: "delete insert select update",
  stop_batch: "delete insert select",
  sweep_position: "select",
  tpp_fact: "insert select update",
  tpp_override: "insert select update",
  tpp_register_change: "insert select",
  tpp_register_look: "insert select update",
  tpp_registration: "insert select update",
  tpp_suspension: "insert select",
};

describe("what the app may do in the database (C-22, S16)", () => {
  let server: TestDatabase;
  let record: TestRecord;
  let app: OpenDatabase;
  const web = `web_${Math.random().toString(36).slice(2)}`;

  beforeAll(async () => {
    server = await createTestDatabase();
    record = await createRecord(server.url);
    await record.write(10);
    await record.seal();
    await record.write(1);
    await record.attacker.unsafe(`create role ${web} login in role assent_app`);
    const url = new URL(server.url);
    url.username = web;
    app = openDatabase(url.href, 1);
  });
  afterAll(async () => {
    await app.close();
    await record.attacker.unsafe(`drop role ${web}`);
    await record.close();
    await server.drop();
  });

  const codeOf = (statement: Promise<unknown>) =>
    statement.then(
      () => "done",
      (error: { code?: string; cause?: { code?: string } }) => error.cause?.code ?? error.code,
    );

  test("nothing but what is written down here, and nothing on the parts of the record themselves", async () => {
    const tables = await record.attacker<{ table: string; rights: string | null }[]>`
      select class.relname as table, (
          select string_agg(lower(privilege), ' ' order by privilege)
          from unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']) as privilege
          where has_table_privilege('assent_app', class.oid, privilege)) as rights
      from pg_class as class where relnamespace = 'assent'::regnamespace and relkind in ('r', 'p')`;
    const held = Object.fromEntries(tables.flatMap(({ table, rights }) => (rights === null ? [] : [[table, rights]])));
    expect(held).toEqual(RIGHTS);
    const none = tables.filter(({ rights }) => rights === null).map(({ table }) => table);
    expect(none.every((table) => /^audit_event_(?:other|\d{4}_\d\d)$/.test(table))).toBe(true);
  });

  const insert = (table: string, at: string) => `
    insert into assent.${table} (id, tenant, at, type, actor_type, correlation_id, detail)
    values (gen_random_uuid(), 'test', ${at}, 'invented', 'system', 'c', '{}')`;

  test.each([
    "update assent.audit_event set type = 'nothing'",
    "update assent.audit_event_other set type = 'nothing'",
    "delete from assent.audit_event",
    "truncate assent.audit_event",
    "merge into assent.audit_event as event using (select 1) as one on true when matched then delete",
    insert("audit_event", "clock_timestamp() - interval '1 hour'"),
    insert("audit_event", "clock_timestamp() + interval '1 hour'"),
    insert("audit_event", "'infinity'"),
    insert("audit_event_other", "clock_timestamp()"),
    "insert into assent.audit_unsealed values (gen_random_uuid(), 'test', now())",
    "update assent.audit_link set chain_hash = ''",
    "delete from assent.audit_link",
    "delete from assent.audit_checkpoint",
    "update assent.audit_checkpoint set signed = ''",
    "update assent.customer_key set sealed_key = ''",
    "delete from assent.customer_key",
    "update assent.shown_page set shown = ''",
    "delete from assent.consent_version_projection",
    "delete from assent.consent_decision",
    "update assent.approval set payload = '{}'",
    "update assent.approval set asked_by = 'somebody'",
    "update assent.approval set hash = ''",
    "delete from assent.approval",
    "update assent.approval_delegation set to_staff = 'somebody'",
    "update assent.approval_policy set rules = '{}'",
    "update assent.bulk_revocation set reason = 'fraud'",
    "update assent.bulk_revocation_item set consent_id = 'another'",
    "drop trigger audit_event_append_only on assent.audit_event",
    "alter table assent.audit_event disable trigger all",
    "alter table assent.audit_event add column note text",
    "alter table assent.audit_event detach partition assent.audit_event_other",
    "alter table assent.audit_event disable row level security",
    "drop table assent.audit_event_other",
    "create table assent.mine ()",
    "create or replace function assent.is_append_only() returns trigger language plpgsql as 'begin return new; end'",
    "set session_replication_role = replica",
    "set role none; reset role; set session authorization default; delete from assent.audit_event",
    "copy assent.audit_event_other from program 'true'",
    "select assent.erase_customer('anyone', gen_random_uuid(), 'test', null)",
    "select assent.retire_audit_month('2019-01-01', '[]')",
    "select assent.sweep_came_to('visits', null)",
    "insert into assent.audit_retirement (tenant, month, signed) values ('test', '2019-01-01', '')",
  ])("refused: %s", async (statement) => {
    expect(await codeOf(app.db.execute(sql.raw(statement)))).toMatch(/^(?:42501|55000)$/);
  });

  test("allowed: to write an event as of now, and to make the parts of the months to come", async () => {
    expect(await codeOf(app.db.execute(sql.raw(insert("audit_event", "clock_timestamp()"))))).toBe("done");
    expect(await codeOf(app.db.execute(sql`select assent.make_audit_months()`))).toBe("done");
  });

  test("what runs with the owner's rights looks in no schema of anybody else's, and the app may call what is named here", async () => {
    const rows = await app.db.execute<{
      name: string;
      definer: boolean;
      path: string | null;
      app: boolean;
      all: boolean;
    }>(sql`
      select proname as name, prosecdef as definer, array_to_string(proconfig, ' ') as path,
        has_function_privilege('assent_app', oid, 'execute') and prorettype <> 'trigger'::regtype as app,
        prorettype <> 'trigger'::regtype and exists (
          select from aclexplode(coalesce(proacl, acldefault('f', proowner))) as granted where granted.grantee = 0) as all
      from pg_proc where pronamespace = 'assent'::regnamespace order by proname`);
    const definers = rows.filter(({ definer }) => definer);
    expect(definers.filter(({ path }) => !path?.includes("search_path=pg_catalog, pg_temp"))).toEqual([]);
    expect(rows.filter((row) => row.all).map(({ name }) => name)).toEqual([]);
    expect(rows.filter((row) => row.app).map(({ name }) => name)).toEqual([
      "make_audit_months",
      "reseal_customer_key",
      "sweep_findings",
      "sweep_notices",
      "sweep_outbox",
      "sweep_reads",
      "sweep_visits",
      "take_over_customer",
    ]);
  });

  test("an owner's login works with the app's rights all the same, even after RESET ROLE", async () => {
    const owners = openDatabase(server.url, 1);
    try {
      expect(await codeOf(owners.db.execute(sql`delete from assent.audit_event`))).toBe("42501");
      await owners.db.execute(sql`reset role`);
      expect(await codeOf(owners.db.execute(sql`delete from assent.audit_event`))).toBe("42501");
    } finally {
      await owners.close();
    }
  });

  test("a login that could change evidence is told apart from one that could not", async () => {
    const owners = openDatabase(server.url, 1);
    try {
      expect(await createLoginRights(owners.db)()).toEqual({ couldChangeEvidence: true });
      expect(await createLoginRights(app.db)()).toEqual({ couldChangeEvidence: false });
    } finally {
      await owners.close();
    }
  });

  test("the owner changes no evidence by mistake, by whatever name it is called", async () => {
    const owner = postgres(server.url, { max: 1, onnotice: () => {} });
    try {
      const [part] = await owner<{ name: string }[]>`select tableoid::regclass::text as name from assent.audit_event`;
      for (const table of ["assent.audit_event", part?.name, "assent.audit_link", "assent.audit_checkpoint"]) {
        for (const change of [`update ${table} set tenant = 'x'`, `delete from ${table}`, `truncate ${table}`]) {
          expect(await codeOf(owner.unsafe(change)), change).toBe("42501");
        }
      }
    } finally {
      await owner.end();
    }
    expect((await record.verify()).findings).toEqual([]);
  });
});
