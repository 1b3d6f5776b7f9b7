import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Approvals } from "~/ports/approvals";
import { type ApprovalWorld, anExport, FRAUD, LEAD, startApprovalWorld } from "~/use-cases/four-eyes.harness";
import { type OpenDatabase, openDatabase } from "../client.server";
import { createApprovals } from "./approvals";

/** So many that whoever reads them all is seen. */
const MANY = 100_000;

describe("what is asked of approvals does not grow with them", () => {
  let the: ApprovalWorld;
  /** One line to the database, whose reads can be counted. */
  let line: OpenDatabase;
  let approvals: Approvals;
  beforeAll(async () => {
    the = await startApprovalWorld();
    await the.asOwner(sql`
      insert into assent.approval (id, act, payload, hash, count, why, needs, policy_version, asked_by, asked_at,
        runs_out_at, idempotency_key, correlation_id, state, decided_by, decided_at, ended_at)
      select gen_random_uuid(), 'revoke-consents', '{}', 'h', 1, 'w', 'second-person', 0,
        case n % 3 when 0 then ${LEAD} else ${FRAUD} end, at, at + interval '48 hours', n::text, 'c',
        case when n < 50 then 'waiting' else 'done' end, case when n >= 50 then 'stf-other' end, at, at
      from generate_series(1, ${MANY}::int) as n, lateral (select clock_timestamp() - n * interval '1 minute' as at) as moment`);
    await the.asOwner(sql`analyze assent.approval`);
    line = openDatabase(the.url, 1);
    approvals = createApprovals(line.db, "test");
  });
  afterAll(async () => {
    await line.close();
    await the.close();
  });

  /** Rows of the table that were read since, however they were found. */
  async function readsOf(work: () => Promise<unknown>): Promise<number> {
    const settled = async () => {
      await line.db.execute(sql`select pg_stat_force_next_flush()`);
      const [row] = await line.db.execute<{ reads: string }>(sql`
        select seq_tup_read + coalesce(idx_tup_fetch, 0) as reads from pg_stat_user_tables
        where schemaname = 'assent' and relname = 'approval'`);
      return Number(row?.reads);
    };
    const before = await settled();
    await work();
    return (await settled()) - before;
  }

  test.each([
    [
      "a request, with what was asked for within a day",
      () => approvals.ask({ act: anExport(3), by: LEAD, why: "w", idempotencyKey: "k", correlationId: "c" }),
    ],
    ["how many wait for somebody", () => approvals.waitingFor(FRAUD)],
    ["what waits for somebody", () => approvals.list({ view: "for-me", staff: FRAUD, size: 50 })],
    ["what all wait for", () => approvals.list({ view: "waiting", staff: FRAUD, size: 50 })],
    ["what somebody reviews", () => approvals.list({ view: "to-review", staff: FRAUD, size: 50 })],
    ["what somebody asked for", () => approvals.list({ view: "mine", staff: LEAD, size: 50 })],
    ["what was decided", () => approvals.list({ view: "ended", staff: LEAD, size: 50 })],
    ["what is to be run", () => approvals.takeToRun(["revoke-consents"], 20)],
    ["what ran out", () => approvals.endRunOut(20)],
    ["what should have been reviewed", () => approvals.overdueReviews()],
  ])("%s", async (_, work) => {
    const reads = await readsOf(work);
    expect(reads).toBeLessThan(MANY / 20);
  });

  test("the lists go on both ways, each request once", async () => {
    const seen: string[] = [];
    let after: string | undefined;
    for (let page = 0; page < 4; page++) {
      const found = await approvals.list({ view: "ended", staff: LEAD, size: 50, ...(after && { after }) });
      expect(found).toMatchObject({ hasPrevious: page > 0, hasNext: true });
      seen.push(...found.rows.map(({ id }) => id));
      after = found.rows.at(-1)?.id;
    }
    expect(new Set(seen).size).toBe(200);
    const before = seen[150];
    const back = await approvals.list({ view: "ended", staff: LEAD, size: 50, ...(before && { before }) });
    expect(back.rows.map(({ id }) => id)).toEqual(seen.slice(100, 150));
    expect(back).toMatchObject({ hasPrevious: true, hasNext: true });
    const first = await approvals.list({ view: "ended", staff: LEAD, size: 50, before: seen[30] ?? "" });
    expect(first).toMatchObject({ hasPrevious: false, hasNext: true });
    expect(first.rows.map(({ id }) => id)).toEqual(seen.slice(0, 30));
  });
});
