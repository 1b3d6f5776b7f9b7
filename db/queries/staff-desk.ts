import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import { asStaffId, type StaffId } from "~/domain/shared/ids";
import type { LiveStaffSession, StaffDesk } from "~/ports/staff-desk";
import type { Database } from "../client.server";
import { waitingFor } from "./approval-second-person";
import { audited, type WrittenActor } from "./audit-event";
import { createExecute } from "./execute";

/** A working day, and a quarter of an hour away from the desk (NIST SP 800-63B, section 4.2.3 allows twice that). */
const IDLE = sql`interval '15 minutes'`;
const LONGEST = sql`interval '10 hours'`;

const LIVES = sql`idle_until > clock_timestamp() and ends_at > clock_timestamp()`;

interface SessionRow extends Record<string, unknown> {
  readonly id: string;
  readonly staff_id: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly acr: string;
  readonly age_ms: string;
  readonly left_ms: string;
  readonly waiting: number;
}

export const byStaff = (staff: StaffId): WrittenActor => ({ type: "staff", ref: staff });

/** Staff sessions in PostgreSQL. */
export function createStaffDesk(db: Database, tenant: string): StaffDesk {
  const execute = createExecute(db);
  return {
    async begin(token, { staff, name, roles, acr, authTime, correlationId }) {
      // It began with the authentication: how old it is, is how long ago that was. A clock that is ahead makes nobody younger.
      const session = sql`session as (
        insert into assent.staff_session (token_hash, staff_id, name, roles, acr, began_at, idle_until, ends_at)
        select ${digest(token)}, ${staff}, ${name}, ${sql.param([...roles])}::text[], ${acr}, began,
          now + ${IDLE}, began + ${LONGEST}
        from clock_timestamp() as now, least(${authTime.toISOString()}::timestamptz, now) as began returning began_at)`;
      const member = sql`member as (
        insert into assent.staff_member (id, name, roles, seen_at)
        select ${staff}, ${name}, ${sql.param([...roles])}::text[], clock_timestamp() from session
        on conflict (id) do update set name = excluded.name, roles = excluded.roles, seen_at = excluded.seen_at)`;
      const event = { type: "staff-logged-in", detail: { roles, acr } } as const;
      await execute(sql`with ${session}, ${member},
        ${audited({ tenant, correlationId }, byStaff(staff), event, sql`session`)} select 1`);
    },
    async use(token) {
      const [row] = await execute<SessionRow>(sql`
        update assent.staff_session set idle_until = clock_timestamp() + ${IDLE}
        where token_hash = ${digest(token)} and ${LIVES}
        returning id, staff_id, name, roles, acr,
          extract(epoch from clock_timestamp() - began_at) * 1000 as age_ms,
          extract(epoch from least(idle_until, ends_at) - clock_timestamp()) * 1000 as left_ms,
          ${waitingFor(sql`staff_session.staff_id`, sql`staff_session.roles`)} as waiting`);
      return row && sessionOf(row);
    },
    async end(token) {
      await execute(sql`delete from assent.staff_session where token_hash = ${digest(token)}`);
    },
    async forgetEnded(limit) {
      const ended = await execute(sql`
        delete from assent.staff_session where token_hash in (
          select token_hash from assent.staff_session
          where not (${LIVES}) order by ends_at limit ${limit} for update skip locked)
        returning id`);
      return ended.length;
    },
    async refused({ staff, permission, correlationId }) {
      const event = { type: "staff-refused", detail: { permission } } as const;
      await execute(sql`with ${audited({ tenant, correlationId }, byStaff(staff), event, sql`(select 1) as once`)}
        select 1`);
    },
    async namesOf(ids) {
      const rows = await execute<{ id: string; name: string }>(sql`
        select id, name from assent.staff_member where id = any(${sql.param([...ids])}::text[])`);
      return new Map(rows.map(({ id, name }) => [asStaffId(id), name]));
    },
  };
}

/** The token has 200 random bits: nothing is gained by a slow hash. */
const digest = (token: string) => createHash("sha256").update(token).digest("base64url");

const sessionOf = ({ id, staff_id, name, roles, acr, age_ms, left_ms, waiting }: SessionRow): LiveStaffSession => ({
  id,
  staff: asStaffId(staff_id),
  name,
  roles,
  acr,
  ageMs: Number(age_ms),
  leftMs: Number(left_ms),
  waiting,
});
