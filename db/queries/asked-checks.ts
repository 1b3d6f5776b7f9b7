import { sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { asStaffId } from "~/domain/shared/ids";
import type { AskedCheck, AskedChecks, CheckKind } from "~/ports/asked-checks";
import type { Database } from "../client.server";
import { audited, BY_SYSTEM, writtenAs } from "./audit-event";
import { createExecute } from "./execute";
import { byStaff } from "./staff-desk";

/** Longer than a worker is silent about one that it works on. */
const LEASE = sql`interval '60 seconds'`;

interface CheckRow extends Record<string, unknown> {
  readonly id: string;
  readonly kind: CheckKind;
  readonly asked_by: string;
  readonly asked_ms: string;
  readonly started_ms: string | null;
  readonly ended_ms: string | null;
  readonly looked: string;
  readonly expected: string | null;
  readonly outcome: NonNullable<AskedCheck["ended"]>["outcome"] | null;
  readonly result: unknown;
}

/** The looks that staff asked for, in PostgreSQL and by its clock. */
export function createAskedChecks(db: Database, tenant: string): AskedChecks {
  const execute = createExecute(db);
  return {
    async ask({ kind, by, correlationId }) {
      const id = uuidv7();
      const event = { type: "check-asked", detail: { checkId: id, kind } } as const;
      const asked = await execute(sql`
        with asked as (
          insert into assent.asked_check (id, tenant, kind, asked_by, asked_at, correlation_id)
          values (${id}::uuid, ${tenant}, ${kind}, ${by}, clock_timestamp(), ${correlationId})
          on conflict (tenant, kind) where ended_at is null do nothing returning id
        ), ${audited({ tenant, correlationId }, byStaff(by), event, sql`asked`)}
        select id from asked`);
      return asked.length === 1;
    },
    async stop({ kind, by, correlationId }) {
      const detail = sql`jsonb_build_object('checkId', stopped.id, 'kind', stopped.kind, 'outcome', 'stopped',
        'looked', stopped.looked)`;
      const stopped = await execute(sql`
        with stopped as (
          update assent.asked_check set ended_at = clock_timestamp(), outcome = 'stopped', leased_until = null
          where tenant = ${tenant} and kind = ${kind} and asked_by = ${by} and ended_at is null
          returning id, kind, looked
        ), audited as (${writtenAs({ tenant, correlationId }, byStaff(by), "check-ended", detail, sql`stopped`)})
        select id from stopped`);
      return stopped.length === 1;
    },
    async recent(kind, limit) {
      const rows = await execute<CheckRow>(sql`
        select id, kind, asked_by, ${ms(sql`asked_at`)} as asked_ms, ${ms(sql`started_at`)} as started_ms,
          ${ms(sql`ended_at`)} as ended_ms, looked::text, expected::text, outcome, result
        from assent.asked_check where tenant = ${tenant} and kind = ${kind} order by asked_at desc limit ${limit}`);
      return rows.map(checkOf);
    },
    async claim() {
      const [claimed] = await execute<{ id: string; kind: CheckKind }>(sql`
        update assent.asked_check set leased_until = clock_timestamp() + ${LEASE}, looked = 0,
          started_at = clock_timestamp()
        where id = (
          select id from assent.asked_check
          where tenant = ${tenant} and ended_at is null and (leased_until is null or leased_until < clock_timestamp())
          order by asked_at limit 1 for update skip locked)
        returning id, kind`);
      return claimed;
    },
    async cameTo(id, looked, expected) {
      const open = await execute(sql`
        update assent.asked_check set looked = ${looked}, expected = coalesce(${expected ?? null}::bigint, expected),
          leased_until = clock_timestamp() + ${LEASE}
        where id = ${id}::uuid and ended_at is null returning id`);
      return open.length === 1;
    },
    async end({ id, kind }, { outcome, looked, result = null }) {
      const event = { type: "check-ended", detail: { checkId: id, kind, outcome, looked } } as const;
      await execute(sql`
        with ended as (
          update assent.asked_check set ended_at = clock_timestamp(), outcome = ${outcome}, looked = ${looked},
            leased_until = null, result = ${JSON.stringify(result)}::jsonb
          where id = ${id}::uuid and ended_at is null returning id
        ), ${audited({ tenant, correlationId: id }, BY_SYSTEM, event, sql`ended`)}
        select id from ended`);
    },
  };
}

const ms = (instant: ReturnType<typeof sql>) => sql`(extract(epoch from ${instant}) * 1000)::bigint::text`;

const checkOf = (row: CheckRow): AskedCheck => ({
  id: row.id,
  kind: row.kind,
  askedBy: asStaffId(row.asked_by),
  askedAt: new Date(Number(row.asked_ms)),
  looked: Number(row.looked),
  ...(row.started_ms !== null && { startedAt: new Date(Number(row.started_ms)) }),
  ...(row.expected !== null && { expected: Number(row.expected) }),
  ...(row.ended_ms !== null &&
    row.outcome !== null && {
      ended: { at: new Date(Number(row.ended_ms)), outcome: row.outcome, result: row.result },
    }),
});
