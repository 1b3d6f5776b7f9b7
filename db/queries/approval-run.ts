import { sql } from "drizzle-orm";
import { validate as isUuid, v7 as uuidv7 } from "uuid";
import type { Approvals } from "~/ports/approvals";
import { type ApprovalRow, COLUMNS, HAS_RUN_OUT, readApproval } from "./approval-row";
import { audited, BY_SYSTEM } from "./audit-event";
import type { createExecute } from "./execute";

/** For so long whoever took it runs it; one that was killed on it has it taken by another after that. */
const CLAIM = sql`interval '2 minutes'`;
const NOBODY_RUNS_IT = sql`(approval.running_until is null or approval.running_until < clock_timestamp())`;

export function createRunning(
  execute: ReturnType<typeof createExecute>,
  tenant: string,
): Pick<Approvals, "takeToRun" | "ran" | "endRunOut"> {
  return {
    async takeToRun(acts, limit) {
      const rows = await execute<ApprovalRow & { readonly asked_by_roles: readonly string[] }>(sql`
        with due as (
          select id from assent.approval as approval
          where state = 'approved' and act = any(${sql.param([...acts])}::text[]) and ${NOBODY_RUNS_IT}
            and not ${HAS_RUN_OUT}
          order by decided_at limit ${limit} for update skip locked
        ), taken as (
          update assent.approval as approval set running_until = clock_timestamp() + ${CLAIM}
          from due where approval.id = due.id returning approval.*
        )
        select ${COLUMNS}, coalesce(asker.roles, '{}') as asked_by_roles from taken as approval
        left join assent.staff_member as asker on asker.id = approval.asked_by
        order by approval.decided_at`);
      return rows.map((row) => ({ approval: readApproval(row), askedByRoles: row.asked_by_roles }));
    },
    async ran(id, outcome, correlationId) {
      if (!isUuid(id)) return false;
      const event = { type: "approval-ended", detail: { approvalId: id, outcome } } as const;
      const rows = await execute(sql`
        with ended as (
          update assent.approval set state = ${outcome}, ended_at = clock_timestamp(), running_until = null
          where id = ${id}::uuid and state = 'approved' returning id
        ), ${audited({ tenant, correlationId }, BY_SYSTEM, event, sql`ended`)}
        select from ended`);
      return rows.length > 0;
    },
    async endRunOut(limit) {
      const fresh = sql.param(Array.from({ length: limit }, () => uuidv7()));
      const rows = await execute(sql`
        with late as (
          select id, row_number() over () as place from (
            select id from assent.approval as approval where ${HAS_RUN_OUT} and ${NOBODY_RUNS_IT}
            limit ${limit} for update skip locked) as late
        ), ended as (
          update assent.approval as approval set state = 'run-out', ended_at = clock_timestamp(), running_until = null
          from late where approval.id = late.id returning approval.id, approval.correlation_id, late.place
        ), audited as (
          insert into assent.audit_event (id, tenant, at, type, actor_type, correlation_id, detail)
          select (${fresh}::uuid[])[place], ${tenant}, clock_timestamp(), 'approval-run-out', 'system', correlation_id,
            jsonb_build_object('approvalId', id)
          from ended
        )
        select from ended`);
      return rows.length;
    },
  };
}
