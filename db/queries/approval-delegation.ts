import { type SQL, sql } from "drizzle-orm";
import { validate as isUuid, v7 as uuidv7 } from "uuid";
import { asStaffId } from "~/domain/shared/ids";
import { failed, ok } from "~/domain/shared/result";
import type { StaffPermission } from "~/domain/staff/permission";
import { rolesWith } from "~/domain/staff/role";
import type { ApprovalDelegations, Delegation } from "~/ports/approval-delegations";
import type { Database } from "../client.server";
import { audited, writtenAs } from "./audit-event";
import { createExecute, createTransact } from "./execute";
import { byStaff } from "./staff-desk";

interface DelegationRow extends Record<string, unknown> {
  readonly id: string;
  readonly from_staff: string;
  readonly to_staff: string;
  readonly ends_ms: string;
}

const COLUMNS = sql`id, from_staff, to_staff, extract(epoch from ends_at) * 1000 as ends_ms`;

const has = (roles: SQL, permission: StaffPermission): SQL =>
  sql`${roles} && ${sql.param([...rolesWith(permission)])}::text[]`;

/** What is lent is what compliance alone may decide; nobody has anything else to lend. */
const mayLend = (lender: SQL): SQL =>
  sql`${has(sql`${lender}.roles`, "approvals:delegate")} and ${has(sql`${lender}.roles`, "approvals:review")}`;

/** Whoever decides, and would decide more. */
const couldUse = (colleague: SQL): SQL =>
  sql`${has(sql`${colleague}.roles`, "approvals:decide")} and not (${has(sql`${colleague}.roles`, "approvals:review")})`;

/** Who decides in whose name, in PostgreSQL. */
export function createApprovalDelegations(db: Database, tenant: string): ApprovalDelegations {
  const execute = createExecute(db);
  const transact = createTransact(db);
  return {
    delegate: ({ from, to, days, correlationId }) =>
      transact(async (execute) => {
        // One after the other: two at the same moment would each see that the other is not there.
        await execute(sql`select pg_advisory_xact_lock(hashtextextended(${`delegation ${from}`}, 0))`);
        const [lives] = await execute(sql`select from assent.approval_delegation
          where from_staff = ${from} and to_staff = ${to} and ends_at > clock_timestamp()`);
        if (lives) return failed("lives-already");
        const detail = sql`jsonb_build_object('delegationId', id, 'to', to_staff, 'until',
        to_char(ends_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))`;
        const [row] = await execute<DelegationRow>(sql`
        with delegated as (
          insert into assent.approval_delegation (id, from_staff, to_staff, began_at, ends_at)
          select ${uuidv7()}::uuid, lender.id, colleague.id, now, now + make_interval(days => ${days})
          from clock_timestamp() as now, assent.staff_member as lender, assent.staff_member as colleague
          where lender.id = ${from} and ${mayLend(sql`lender`)} and colleague.id = ${to} and ${couldUse(sql`colleague`)}
          returning *
        ), audited as (${writtenAs({ tenant, correlationId }, byStaff(from), "approval-delegated", detail, sql`delegated`)})
        select ${COLUMNS} from delegated`);
        return row ? ok(readDelegation(row)) : failed("not-permitted");
      }),
    async takeBack(id, by, correlationId) {
      if (!isUuid(id)) return false;
      const event = { type: "approval-delegation-ended", detail: { delegationId: id } } as const;
      const rows = await execute(sql`
        with ended as (
          update assent.approval_delegation set ends_at = clock_timestamp()
          where id = ${id}::uuid and from_staff = ${by} and ends_at > clock_timestamp() returning id
        ), ${audited({ tenant, correlationId }, byStaff(by), event, sql`ended`)}
        select from ended`);
      return rows.length > 0;
    },
    async of(staff) {
      const rows = await execute<DelegationRow>(sql`
        select ${COLUMNS} from assent.approval_delegation
        where (from_staff = ${staff} or to_staff = ${staff}) and ends_at > clock_timestamp()
        order by ends_at, id limit 50`);
      return rows.map(readDelegation);
    },
    async colleagues(staff) {
      const rows = await execute<{ id: string; name: string }>(sql`
        select id, name from assent.staff_member
        where id <> ${staff} and ${couldUse(sql`staff_member`)}
          and not exists (select from assent.approval_delegation as lent where lent.from_staff = ${staff}
            and lent.to_staff = staff_member.id and lent.ends_at > clock_timestamp())
        order by name, id limit 100`);
      return rows.map(({ id, name }) => ({ id: asStaffId(id), name }));
    },
  };
}

const readDelegation = ({ id, from_staff, to_staff, ends_ms }: DelegationRow): Delegation => ({
  id,
  from: asStaffId(from_staff),
  to: asStaffId(to_staff),
  endsAt: new Date(Number(ends_ms)),
});
