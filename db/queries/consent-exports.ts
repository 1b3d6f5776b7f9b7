import { type SQL, sql } from "drizzle-orm";
import { asStaffId } from "~/domain/shared/ids";
import type { ConsentExports, ExportFormat, OpenExport } from "~/ports/consent-exports";
import type { Database } from "../client.server";
import { audited } from "./audit-event";
import { createExecute } from "./execute";
import { at, ms } from "./registered-consent-row";
import { byStaff } from "./staff-desk";

interface ExportRow extends Record<string, unknown> {
  readonly id: string;
  readonly staff_id: string;
  readonly query: string;
  readonly count: number;
  readonly format: ExportFormat;
  readonly asked: string;
  readonly approval_id: string | null;
  readonly is_ready: boolean;
}

/** Two for whoever has to agree, and two to take it. */
const KEPT = sql.raw("interval '4 days'");
const OPEN = sql`taken_at is null and asked_at > clock_timestamp() - ${KEPT}`;

/** Lists that staff take away, in PostgreSQL. */
export function createConsentExports(db: Database, tenant: string): ConsentExports {
  const execute = createExecute(db);
  const openWhere = async (condition: SQL): Promise<readonly OpenExport[]> => {
    const rows = await execute<ExportRow>(sql`
      select id, staff_id, query, count, format, ${ms(sql`asked_at`)} as asked, approval_id,
        ready_at is not null as is_ready
      from assent.consent_export where ${OPEN} and ${condition} order by asked_at desc limit 20`);
    return rows.map(exportOf);
  };
  return {
    async ask({ id, staff, query, count, format }) {
      await execute(sql`
        insert into assent.consent_export (id, staff_id, query, count, format)
        values (${id}::uuid, ${staff}, ${query}, ${count}, ${format}) on conflict do nothing`);
      const [own] = await execute<{ count: number }>(sql`
        select count from assent.consent_export
        where id = ${id}::uuid and staff_id = ${staff} and query = ${query} and format = ${format}`);
      return own?.count;
    },

    async waitsFor(id, approvalId) {
      await execute(sql`
        update assent.consent_export set approval_id = ${approvalId}::uuid
        where id = ${id}::uuid and approval_id is null`);
    },

    async ready(id, approval) {
      const rows = await execute(sql`
        update assent.consent_export
        set ready_at = coalesce(ready_at, clock_timestamp()), approval_id = ${approval.id}::uuid
        where id = ${id}::uuid and staff_id = ${approval.askedBy}
          and (approval_id is null or approval_id = ${approval.id}::uuid)
          and asked_at > clock_timestamp() - ${KEPT} returning id`);
      return rows.length > 0;
    },

    openOf: (staff) => openWhere(sql`staff_id = ${staff}`),

    async readyFor(id, staff) {
      const [open] = await openWhere(sql`id = ${id}::uuid and staff_id = ${staff} and ready_at is not null`);
      return open;
    },

    async take({ id, staff, correlationId, filter, count, format, approvalId }) {
      const detail = { filter, count, format, ...(approvalId && { approvalId }) };
      const event = { type: "consents-exported", detail } as const;
      const taken = await execute(sql`
        with taken as (
          update assent.consent_export set taken_at = clock_timestamp()
          where id = ${id}::uuid and staff_id = ${staff} and ready_at is not null and ${OPEN} returning id
        ), ${audited({ tenant, correlationId }, byStaff(staff), event, sql`taken`)}
        select id from taken`);
      return taken.length > 0;
    },

    async forgetOld(limit) {
      const old = await execute(sql`
        delete from assent.consent_export where id in (
          select id from assent.consent_export where asked_at <= clock_timestamp() - ${KEPT}
          order by asked_at limit ${limit} for update skip locked)
        returning id`);
      return old.length;
    },
  };
}

const exportOf = (row: ExportRow): OpenExport => ({
  id: row.id,
  staff: asStaffId(row.staff_id),
  query: row.query,
  count: row.count,
  format: row.format,
  askedAt: at(row.asked),
  ...(row.approval_id !== null && { approvalId: row.approval_id }),
  isReady: row.is_ready,
});
