import { sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { actHash } from "~/domain/approvals/act-hash";
import { countOf } from "~/domain/approvals/act-rules";
import { peopleNeeded } from "~/domain/approvals/policy";
import type { Approvals, AskedApproval } from "~/ports/approvals";
import { policyNow } from "./approval-policy";
import { type ApprovalRow, COLUMNS, readApproval } from "./approval-row";
import { audited } from "./audit-event";
import type { createExecute, createTransact } from "./execute";
import { byStaff } from "./staff-desk";

type Execute = ReturnType<typeof createExecute>;

/**
 * One person's requests come one after the other: what they ask for within a day is counted together, and two at the same
 * moment would each be counted without the other.
 */
export const createAsk =
  (transact: ReturnType<typeof createTransact>, tenant: string): Approvals["ask"] =>
  (asked) =>
    transact(async (execute) => {
      await execute(sql`select pg_advisory_xact_lock(hashtextextended(${`approval ${asked.by}`}, 0))`);
      const [row] = (await known(execute, asked)) ?? (await recorded(execute, asked, tenant));
      if (!row) throw new Error("a request for approval that was recorded is gone");
      return readApproval(row);
    });

async function known(execute: Execute, { by, idempotencyKey }: AskedApproval) {
  const rows = await execute<ApprovalRow>(sql`select ${COLUMNS} from assent.approval as approval
    where asked_by = ${by} and idempotency_key = ${idempotencyKey}`);
  return rows.length > 0 ? rows : undefined;
}

async function recorded(execute: Execute, asked: AskedApproval, tenant: string) {
  const { act, by, why, idempotencyKey, correlationId } = asked;
  const count = countOf(act);
  const { version, rules } = await policyNow(execute);
  const needs = peopleNeeded(act.name, rules, (await withinADay(execute, asked)) + count);
  const id = uuidv7();
  const hash = actHash(act);
  const event = {
    type: "approval-asked",
    detail: { approvalId: id, act: act.name, hash, count, needs, policyVersion: version },
  } as const;
  return execute<ApprovalRow>(sql`
    with approval as (
      insert into assent.approval (id, act, payload, hash, count, why, needs, policy_version, asked_by, asked_at,
        runs_out_at, idempotency_key, correlation_id, state, decided_at)
      select ${id}::uuid, ${act.name}, ${JSON.stringify(act.payload)}::jsonb, ${hash}, ${count}, ${why}, ${needs},
        ${version}, ${by}, now, now + interval '48 hours', ${idempotencyKey}, ${correlationId},
        ${needs === "nobody" ? "approved" : "waiting"}, ${needs === "nobody" ? sql`now` : sql`null`}
      from clock_timestamp() as now
      returning *
    ), ${audited({ tenant, correlationId }, byStaff(by), event, sql`approval`)}
    select ${COLUMNS} from approval`);
}

/**
 * What they asked for of this act in the last 24 hours. What came to nothing does not count. By the time that the transaction
 * began, which is the same for every row, so that an index finds it.
 */
async function withinADay(execute: Execute, { act, by }: AskedApproval): Promise<number> {
  const [row] = await execute<{ sum: string }>(sql`
    select coalesce(sum(count), 0) as sum from assent.approval as approval
    where asked_by = ${by} and act = ${act.name} and asked_at > now() - interval '24 hours'
      and state not in ('refused', 'withdrawn', 'run-out')`);
  return Number(row?.sum ?? 0);
}
