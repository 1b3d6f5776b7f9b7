import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { asStaffId } from "~/domain/shared/ids";
import { runChecks } from "~/jobs/run-checks";
import type { Look } from "~/ports/asked-checks";
import type { RecordVerified } from "~/ports/audit-standing";
import { createTestDatabase, type TestDatabase } from "../testing";
import { createRecord, type TestRecord } from "../verification/record.harness";
import { verifyRecord } from "../verification/verify-record";
import { createAskedChecks } from "./asked-checks";
import { createAskedRounds } from "./asked-rounds";
import { createAuditStanding } from "./audit-standing";
import { createJobStatusBook } from "./job-status";

/** what staff ask for in the background is kept, done once, and survives whoever does it. */

let server: TestDatabase;
let record: TestRecord;
const BY = asStaffId("stf-1");
const signal = new AbortController().signal;
const none: Look = async () => undefined;

beforeAll(async () => {
  server = await createTestDatabase();
  record = await createRecord(server.url);
}, 60_000);
afterAll(async () => {
  await record.close();
  await server.drop();
});
beforeEach(() => record.attacker`delete from assent.asked_check`);

const checks = () => createAskedChecks(record.database.db, "test");
const ask = (kind: "verify-record" | "count-due" = "verify-record") =>
  checks().ask({ kind, by: BY, correlationId: "c-1" });
const newest = async () => (await checks().recent("verify-record", 1))[0];

test("one of a kind is under way, whoever asks, and asking is on record", async () => {
  expect(await Promise.all([ask(), ask(), ask("count-due")])).toEqual(expect.arrayContaining([true, false]));
  expect(await ask()).toBe(false);
  const asked = await record.database.db.execute(
    sql`select actor_ref, detail ->> 'kind' as kind from assent.audit_event where type = 'check-asked' order by at`,
  );
  expect(asked.map(({ kind }) => kind).sort()).toEqual(["count-due", "verify-record"]);
  expect(asked[0]).toMatchObject({ actor_ref: "stf-1" });
});

test("one worker has it, and another takes it up when that one is silent for too long", async () => {
  await ask();
  const claims = await Promise.all(Array.from({ length: 5 }, () => checks().claim()));
  expect(claims.filter((claim) => claim !== undefined)).toHaveLength(1);
  const [claim] = claims.filter((each) => each !== undefined);
  await checks().cameTo(claim?.id ?? "", 500, 1_000);
  expect(await newest()).toMatchObject({ looked: 500, expected: 1_000, askedBy: "stf-1" });
  expect(await checks().claim()).toBeUndefined();
  await record.attacker`update assent.asked_check set leased_until = now() - interval '1 second'`;
  expect(await checks().claim()).toEqual(claim);
  expect(await newest()).toMatchObject({ looked: 0 });
});

test("whoever asked for one stops it, and nobody else; another can be asked for at once", async () => {
  await ask();
  await ask("count-due");
  const claim = await checks().claim();
  const stop = (by = "stf-1") => checks().stop({ kind: "verify-record", by: asStaffId(by), correlationId: "c-2" });
  expect(await stop("stf-2")).toBe(false);
  expect(await checks().cameTo(claim?.id ?? "", 70)).toBe(true);
  expect(await stop()).toBe(true);
  expect(await stop()).toBe(false);
  expect(await checks().cameTo(claim?.id ?? "", 80), "the worker hears of it").toBe(false);
  await checks().end({ id: claim?.id ?? "", kind: "verify-record" }, { outcome: "done", looked: 90 });
  expect(await newest()).toMatchObject({ looked: 70, ended: { outcome: "stopped", result: null } });
  expect((await checks().recent("count-due", 1))[0]).not.toHaveProperty("ended");
  const ended = await record.database.db.execute(
    sql`select actor_ref, detail from assent.audit_event where type = 'check-ended' and correlation_id = 'c-2'`,
  );
  expect([...ended]).toEqual([
    { actor_ref: "stf-1", detail: { checkId: claim?.id, kind: "verify-record", outcome: "stopped", looked: 70 } },
  ]);
  expect(await ask()).toBe(true);
});

async function verified(): Promise<RecordVerified> {
  await ask();
  const look = verifyRecord({ db: record.database.db, databaseUrl: server.url, check: record.check });
  const job = runChecks({ checks: checks(), looks: { "verify-record": look, "count-due": none } });
  await job.round(signal);
  await vi.waitFor(async () => expect((await newest())?.ended).toBeDefined(), 10_000);
  const ended = (await newest())?.ended;
  expect(ended?.outcome).toBe("done");
  return ended?.result as RecordVerified;
}

test("the whole record is verified, and what was changed in it is named", async () => {
  await record.write(2_500);
  await record.seal();
  const whole = await verified();
  expect(whole.found).toBe(0);
  expect(whole.events).toBeGreaterThanOrEqual(2_500);
  expect((await newest())?.looked).toBe(whole.events);
  const [victim] = await record.attacker<{ id: string }[]>`
    update assent.audit_event set actor_ref = 'forged'
    where id = (select event_id from assent.audit_link where seq = 77) returning id`;
  expect(await verified()).toMatchObject({ found: 1, findings: [{ what: "changed", seq: "77", eventId: victim?.id }] });
}, 30_000);

test("a process that stops in the middle leaves it to another, and holds no connection", async () => {
  await record.write(6_000);
  await record.seal();
  await ask();
  const look = verifyRecord({ db: record.database.db, databaseUrl: server.url, check: record.check });
  const job = runChecks({ checks: checks(), looks: { "verify-record": look, "count-due": none } });
  await job.round(signal);
  await job.stop();
  expect((await newest())?.ended).toBeUndefined();
  const [left] = await record.attacker<{ count: number }[]>`
    select count(*)::int as count from pg_stat_activity where application_name = 'assent audit:verify'
      and datname = current_database()`;
  expect(left).toEqual({ count: 0 });
}, 30_000);

test("how the chain stands is told from its ends", async () => {
  const standing = createAuditStanding(record.database.db, "test");
  await record.seal();
  const [head] = await record.attacker<{ seq: string }[]>`
    select max(seq)::text as seq from assent.audit_link where tenant = 'test'`;
  expect(await standing()).toMatchObject({ waiting: 0, sealed: head, signed: expect.anything() });
  await record.write(3);
  const waiting = await standing();
  expect(waiting).toMatchObject({ waiting: 3, sealed: head });
  expect(waiting.waitedSeconds).toBeGreaterThanOrEqual(0);
  expect(await createAuditStanding(record.database.db, "nobody")()).toEqual({ now: expect.any(Date), waiting: 0 });
});

test("a job that was asked for stays so until a round that began later is on record", async () => {
  const { db } = record.database;
  const [rounds, book] = [createAskedRounds(db, "test"), createJobStatusBook(db)];
  const ran = () => book.write("daily", { outcome: "succeeded", rounds: 1, tookMs: 0, counts: {} });
  expect(await rounds.ask("daily", BY, "c-1")).toBe(false);
  await ran();
  expect(await rounds.asked()).toEqual([]);
  expect(await rounds.ask("daily", BY, "c-1")).toBe(true);
  expect(await rounds.asked()).toEqual(["daily"]);
  expect((await book.all()).find(({ name }) => name === "daily")?.askedAgo).toBeDefined();
  // One that began before.
  await book.write("daily", { outcome: "succeeded", rounds: 1, tookMs: 60_000, counts: {} });
  expect(await rounds.asked()).toEqual(["daily"]);
  await ran();
  expect(await rounds.asked()).toEqual([]);
  const asked = await db.execute(sql`select detail from assent.audit_event where type = 'job-asked'`);
  expect(asked).toEqual([{ detail: { job: "daily" } }]);
});
