import { sql } from "drizzle-orm";
import { COUNTED_TO } from "~/domain/shared/counted";
import type { AuditStanding } from "~/ports/audit-standing";
import type { Database } from "../client.server";
import { createExecute } from "./execute";

interface StandingRow extends Record<string, unknown> {
  readonly now_ms: string;
  readonly sealed_seq: string | null;
  readonly sealed_ms: string | null;
  readonly waiting: number;
  readonly waited: number | null;
  readonly signed_seq: string | null;
  readonly signed_ms: string | null;
  readonly retired: string | null;
}

const ms = (instant: string) => sql.raw(`(extract(epoch from ${instant}) * 1000)::bigint::text`);

/** How one tenant's chain stands in PostgreSQL. */
export function createAuditStanding(db: Database, tenant: string): AuditStanding {
  const execute = createExecute(db);
  return async () => {
    const [row] = await execute<StandingRow>(sql`
      select ${ms("clock_timestamp()")} as now_ms, head.seq::text as sealed_seq, ${ms("head.event_at")} as sealed_ms,
        queue.waiting, extract(epoch from clock_timestamp() - queue.oldest)::float8 as waited,
        signed.seq::text as signed_seq, ${ms("signed.at")} as signed_ms, to_char(retired.month, 'YYYY-MM') as retired
      from (
          select count(*)::int as waiting, min(at) as oldest from (
            select at from assent.audit_unsealed where tenant = ${tenant} order by at limit ${COUNTED_TO}) as first
        ) as queue
        left join lateral (
          select seq, event_at from assent.audit_link where tenant = ${tenant} order by seq desc limit 1) as head on true
        left join lateral (
          select seq, at from assent.audit_checkpoint where tenant = ${tenant} order by seq desc limit 1
        ) as signed on true
        left join lateral (
          select month from assent.audit_retirement where tenant = ${tenant} order by month desc limit 1
        ) as retired on true`);
    const { sealed_seq, sealed_ms, signed_seq, signed_ms } = row ?? {};
    return {
      now: new Date(Number(row?.now_ms)),
      waiting: row?.waiting ?? 0,
      ...(sealed_seq && { sealed: { seq: sealed_seq, at: new Date(Number(sealed_ms)) } }),
      ...(row?.waited != null && { waitedSeconds: row.waited }),
      ...(signed_seq && { signed: { seq: signed_seq, at: new Date(Number(signed_ms)) } }),
      ...(row?.retired && { retiredTo: row.retired }),
    };
  };
}
