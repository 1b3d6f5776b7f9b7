import { sql } from "drizzle-orm";
import { asClientId, asStaffId } from "~/domain/shared/ids";
import type { AppRole } from "~/domain/tpp/app-facts";
import type { Changed } from "~/domain/tpp/registration";
import type { TppRegistrations } from "~/ports/tpp-registrations";
import type { Database } from "../client.server";
import { audited } from "./audit-event";
import { createExecute, createTransact } from "./execute";
import { ms } from "./registered-consent-row";
import { byStaff } from "./staff-desk";
import { createTppList } from "./tpp-list";
import { createRegisterLook } from "./tpp-register-look";

/** Registrations, and the bank's own word on them, in PostgreSQL. */
export function createTppRegistrations(db: Database, tenant: string): TppRegistrations {
  const execute = createExecute(db);
  return {
    ...createRegisterLook(execute, createTransact(db), tenant),
    ...createTppList(execute),

    async certificateEnds(clients) {
      if (clients.length === 0) return new Map();
      const rows = await execute<{ client_id: string; ends_ms: string }>(sql`
        select client_id, ${ms(sql`certificates_end_at`)} as ends_ms from assent.tpp_registration
        where client_id = any(${sql.param([...clients])}::text[]) and certificates_end_at is not null`);
      return new Map(rows.map(({ client_id, ends_ms }) => [asClientId(client_id), new Date(Number(ends_ms))]));
    },

    async changesOf(client, limit) {
      const rows = await execute<{ what: Changed; before: string | null; after: string | null; at_ms: string }>(sql`
        select what, before, after, ${ms(sql`at`)} as at_ms from assent.tpp_register_change
        where client_id = ${client} order by id desc limit ${limit}`);
      return rows.map(({ what, before, after, at_ms }) => ({
        what,
        at: new Date(Number(at_ms)),
        ...(before !== null && { before }),
        ...(after !== null && { after }),
      }));
    },

    async overrideOf(client) {
      const [row] = await execute<{
        note: string | null;
        contact: string | null;
        blocked_roles: readonly AppRole[];
        reason: string;
        changed_by: string;
        changed_ms: string;
      }>(sql`
        select note, contact, blocked_roles, reason, changed_by, ${ms(sql`changed_at`)} as changed_ms
        from assent.tpp_override where client_id = ${client}`);
      return (
        row && {
          ...(row.note !== null && { note: row.note }),
          ...(row.contact !== null && { contact: row.contact }),
          blockedRoles: row.blocked_roles,
          reason: row.reason,
          changedBy: asStaffId(row.changed_by),
          changedAt: new Date(Number(row.changed_ms)),
        }
      );
    },

    async override(client, { note = null, contact = null, blockedRoles, reason, changedBy, correlationId }, fields) {
      const event = { type: "tpp-override-changed", detail: { fields, blockedRoles } } as const;
      await execute(sql`
        with written as (
          insert into assent.tpp_override (client_id, note, contact, blocked_roles, reason, changed_by, changed_at)
          values (${client}, ${note}, ${contact}, ${sql.param([...blockedRoles])}::text[], ${reason}, ${changedBy},
            clock_timestamp())
          on conflict (client_id) do update set note = excluded.note, contact = excluded.contact,
            blocked_roles = excluded.blocked_roles, reason = excluded.reason, changed_by = excluded.changed_by,
            changed_at = excluded.changed_at
          returning client_id
        ), ${audited({ tenant, clientId: client, correlationId }, byStaff(changedBy), event, sql`written`)}
        select from written`);
    },
  };
}
