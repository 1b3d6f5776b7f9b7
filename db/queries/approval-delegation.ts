import { type SQL, sql } from "drizzle-orm";
import { validate as isUuid, v7 as uuidv7 } from "uuid";
import { asStaffId } from "~/domain/shared/ids";
import { failed, ok } from "~/domain/shared/result";
import type { StaffPermission } from "~/domain/staff/permission";
import { rolesWith } from "~/domain/staff/role";
import type { ApprovalDelegations, Delegation } from "~/ports/approval-delegations";
import type { Database } from "../client.server";
import { audited, writtenAs } from "./audit-event";
import { createExecute } from "./execute";
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

/** Who decides in whose name, in PostgreSQL. */
export function createApprovalDelegations(db: Database, tenant: string): ApprovalDelegations {
  const execute = createExecute(db);
  return {
    async delegate({ from, to, days, correlationId }) {
      const detail = sql`jsonb_build_object('delegationId', id, 'to', to_staff, 'until',
        to_char(ends_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))`;
      const [row] = await execute<DelegationRow>(sql`
        with delegated as (
          insert into assent.approval_delegation (id, from_staff, to_staff, began_at, ends_at)
          select ${uuidv7()}::uuid, lender.id, colleague.id, now, now + make_interval(days => ${days})
          from clock_timestamp() as now, assent.staff_member as lender, assent.staff_member as colleague
          where lender.id = ${from} and colleague.id = ${to} and lender.id <> colleague.id
            and ${has(sql`lender.roles`, "approvals:delegate")} and ${has(sql`colleague.roles`, "approvals:decide")}
          returning *
        ), audited as (${writtenAs({ tenant, correlationId }, byStaff(from), "approval-delegated", detail, sql`delegated`)})
        select ${COLUMNS} from delegated`);
      return row ? ok(readDelegation(row)) : failed("not-permitted");
    },
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
        where id <> ${staff} and ${has(sql`roles`, "approvals:decide")} order by name, id limit 100`);
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
