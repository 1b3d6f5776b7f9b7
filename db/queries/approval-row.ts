import { sql } from "drizzle-orm";
import type { Act } from "~/domain/approvals/act";
import type { PeopleNeeded } from "~/domain/approvals/policy";
import { asStaffId } from "~/domain/shared/ids";
import type { Approval, ApprovalState, Finding } from "~/ports/approvals";

export interface ApprovalRow extends Record<string, unknown> {
  readonly id: string;
  readonly act: string;
  readonly payload: unknown;
  readonly hash: string;
  readonly why: string;
  readonly needs: PeopleNeeded;
  readonly asked_by: string;
  /** Milliseconds since 1970, as all times here. */
  readonly asked_ms: string;
  readonly runs_out_ms: string;
  readonly now_state: ApprovalState;
  readonly decided_by: string | null;
  readonly decided_for: string | null;
  readonly decided_ms: string | null;
  readonly note: string | null;
  readonly glass_broken_because: string | null;
  readonly review_due_ms: string | null;
  readonly review_overdue: boolean;
  readonly reviewed_by: string | null;
  readonly reviewed_ms: string | null;
  readonly finding: Finding | null;
  readonly review_note: string | null;
  readonly ended_ms: string | null;
  readonly correlation_id: string;
}

/** What is approved and was not run by then is not run any more. */
const TO_RUN_WITHIN = sql`interval '48 hours'`;

/** What holds at this moment: that it ran out is written down later. */
export const HAS_RUN_OUT = sql`(approval.state = 'waiting' and approval.runs_out_at <= clock_timestamp()
  or approval.state = 'approved' and approval.decided_at <= clock_timestamp() - ${TO_RUN_WITHIN})`;

/** Of `assent.approval as approval`. */
export const COLUMNS = sql`approval.id, approval.act, approval.payload, approval.hash, approval.why, approval.needs,
  approval.asked_by, extract(epoch from approval.asked_at) * 1000 as asked_ms,
  extract(epoch from approval.runs_out_at) * 1000 as runs_out_ms,
  case when ${HAS_RUN_OUT} then 'run-out' else approval.state end as now_state,
  approval.decided_by, approval.decided_for, extract(epoch from approval.decided_at) * 1000 as decided_ms, approval.note,
  approval.glass_broken_because, extract(epoch from approval.review_due_at) * 1000 as review_due_ms,
  (approval.reviewed_by is null and approval.review_due_at < clock_timestamp()) is true as review_overdue,
  approval.reviewed_by, extract(epoch from approval.reviewed_at) * 1000 as reviewed_ms, approval.finding,
  approval.review_note, extract(epoch from approval.ended_at) * 1000 as ended_ms, approval.correlation_id`;

const at = (ms: string) => new Date(Number(ms));

/** Written by us alone, and its hash is looked at before it runs. */
const actOf = ({ act, payload }: ApprovalRow) => ({ name: act, payload }) as Act;

export function readApproval(row: ApprovalRow): Approval {
  return {
    id: row.id,
    act: actOf(row),
    hash: row.hash,
    why: row.why,
    needs: row.needs,
    askedBy: asStaffId(row.asked_by),
    askedAt: at(row.asked_ms),
    runsOutAt: at(row.runs_out_ms),
    state: row.now_state,
    ...(row.decided_by !== null && { decidedBy: asStaffId(row.decided_by) }),
    ...(row.decided_for !== null && { decidedFor: asStaffId(row.decided_for) }),
    ...(row.decided_ms !== null && { decidedAt: at(row.decided_ms) }),
    ...(row.note !== null && { note: row.note }),
    ...(row.glass_broken_because !== null &&
      row.review_due_ms !== null && {
        brokenGlass: {
          because: row.glass_broken_because,
          reviewDueAt: at(row.review_due_ms),
          overdue: row.review_overdue,
        },
      }),
    ...(row.reviewed_by !== null &&
      row.reviewed_ms !== null &&
      row.finding !== null && {
        review: {
          by: asStaffId(row.reviewed_by),
          at: at(row.reviewed_ms),
          finding: row.finding,
          note: row.review_note ?? "",
        },
      }),
    ...(row.ended_ms !== null && { endedAt: at(row.ended_ms) }),
    correlationId: row.correlation_id,
  };
}
