import { type SQL, sql } from "drizzle-orm";
import { validate as isUuid } from "uuid";
import type { AuditEvent } from "~/domain/audit/audit-event";
import type { StaffId } from "~/domain/shared/ids";
import { failed, ok, type Result } from "~/domain/shared/result";
import type { Approval, Approvals, NotDecided } from "~/ports/approvals";
import { type ApprovalRow, COLUMNS, readApproval } from "./approval-row";
import {
  actsForAsker,
  decidesFor,
  mayBreakGlass,
  mayDecide,
  mayReview,
  WAITS,
  WAITS_FOR_REVIEW,
} from "./approval-second-person";
import { audited, writtenAs } from "./audit-event";
import type { createExecute } from "./execute";
import { byStaff } from "./staff-desk";

type Execute = ReturnType<typeof createExecute>;

const STAFF = sql`person.id`;
const ROLES = sql`person.roles`;

interface Step {
  readonly id: string;
  readonly by: StaffId;
  readonly correlationId: string;
  /** Of what they were shown; absent where that cannot change any more. */
  readonly hash?: string;
  readonly set: SQL;
  /** It waits for this step. */
  readonly waits: SQL;
  /** Who may take it. */
  readonly may: SQL;
  /** It is for whoever asked alone. */
  readonly isAskers?: true;
  /** The audit event, from the part `stepped`. */
  readonly written: SQL;
}

/**
 * What people do with a request. Each is one statement that changes it where all that it takes still holds: of two at the
 * same moment the second finds it changed. Why nothing was changed is looked up after.
 */
export function createDeciding(
  execute: Execute,
  tenant: string,
): Pick<Approvals, "decide" | "withdraw" | "breakGlass" | "review"> {
  const step = async ({
    id,
    by,
    hash,
    set,
    waits,
    may,
    written,
    isAskers,
  }: Step): Promise<Result<Approval, NotDecided>> => {
    if (!isUuid(id)) return failed("not-found");
    const [row] = await execute<ApprovalRow>(sql`
      with stepped as (
        update assent.approval as approval set ${set}
        from assent.staff_member as person
        where approval.id = ${id}::uuid and person.id = ${by} and ${waits} and ${may}
          ${hash === undefined ? sql`` : sql`and approval.hash = ${hash}`}
        returning approval.*
      ), ${written}
      select ${COLUMNS} from stepped as approval`);
    if (row) return ok(readApproval(row));
    const why = await whyNot(execute, { id, by, hash, waits });
    return failed(why === "own" && isAskers ? "not-permitted" : why);
  };
  const told = ({ by, correlationId }: Pick<Step, "by" | "correlationId">, event: AuditEvent) =>
    audited({ tenant, correlationId }, byStaff(by), event, sql`stepped`);

  return {
    decide: ({ answer, note, ...asked }) => {
      const detail = sql`jsonb_strip_nulls(jsonb_build_object('approvalId', id, 'answer', ${answer}::text, 'hash', hash,
        'decidedFor', decided_for))`;
      const about = { tenant, correlationId: asked.correlationId };
      return step({
        ...asked,
        set: sql`state = ${answer === "approve" ? "approved" : "refused"}, decided_by = ${STAFF},
          decided_for = ${decidesFor(STAFF, ROLES)}, decided_at = clock_timestamp(), note = ${note}`,
        waits: WAITS,
        may: mayDecide(STAFF, ROLES),
        written: sql`audited as (${writtenAs(about, byStaff(asked.by), "approval-decided", detail, sql`stepped`)})`,
      });
    },
    withdraw: (id, by, correlationId) =>
      step({
        id,
        by,
        correlationId,
        set: sql`state = 'withdrawn', ended_at = clock_timestamp()`,
        waits: WAITS,
        may: sql`approval.asked_by = ${STAFF}`,
        isAskers: true,
        written: told({ by, correlationId }, { type: "approval-withdrawn", detail: { approvalId: id } }),
      }),
    breakGlass: ({ because, ...asked }) =>
      step({
        ...asked,
        set: sql`state = 'approved', decided_at = clock_timestamp(), glass_broken_because = ${because},
          review_due_at = clock_timestamp() + interval '24 hours'`,
        waits: WAITS,
        may: sql`approval.asked_by = ${STAFF} and ${mayBreakGlass(ROLES)}`,
        isAskers: true,
        written: told(asked, {
          type: "approval-glass-broken",
          detail: { approvalId: asked.id, hash: asked.hash },
        }),
      }),
    review: ({ finding, note, ...asked }) =>
      step({
        ...asked,
        set: sql`reviewed_by = ${STAFF}, reviewed_at = clock_timestamp(), finding = ${finding}, review_note = ${note}`,
        waits: WAITS_FOR_REVIEW,
        may: mayReview(STAFF, ROLES),
        written: told(asked, { type: "approval-reviewed", detail: { approvalId: asked.id, finding } }),
      }),
  };
}

interface WhyRow extends Record<string, unknown> {
  readonly own: boolean;
  readonly waits: boolean;
  readonly hash: string;
}

async function whyNot(
  execute: Execute,
  { id, by, hash, waits }: Pick<Step, "id" | "by" | "waits"> & { readonly hash: string | undefined },
): Promise<NotDecided> {
  const staff = sql`${by}::text`;
  const [row] = await execute<WhyRow>(sql`
    select approval.asked_by = ${staff} or ${actsForAsker(staff)} as own, hash, ${waits} as waits
    from assent.approval as approval where approval.id = ${id}::uuid`);
  if (!row) return "not-found";
  if (!row.waits) return "not-waiting";
  if (hash !== undefined && hash !== row.hash) return "changed";
  return row.own ? "own" : "not-permitted";
}
