import { sql } from "drizzle-orm";
import { v4 as uuidv4, v7 as uuidv7 } from "uuid";
import type { Database } from "../client.server";
import { isOver } from "./consent-projection-status";
import { createExecute } from "./execute";

export interface Expired {
  readonly count: number;
  /** For how long the oldest of those that still wait has been over, in seconds. */
  readonly overSeconds: number;
}

/**
 * Writes down that consents have come to their end (T14): many at once, each with its version, its audit event and its
 * event for the outside, in one statement. It decides nothing: past its end a consent reads as expired anyway.
 * What somebody else is at is left for the next time.
 */
export function createExpireConsents(db: Database, tenant: string) {
  const execute = createExecute(db);
  return async (limit: number): Promise<Expired> => {
    const ids = Array.from({ length: limit }, () => uuidv7());
    const consent = sql`consent`;
    const detail = sql`jsonb_build_object('move', 'expire', 'from', moved.before, 'to', 'expired', 'version',
      moved.version, 'reason', 'end-date', 'source', 'assent')`;
    const correlationId = uuidv4();
    const [row] = await execute<{ count: number; over: number }>(sql`
      with over as (
        select consent_id, status as before from assent.consent_projection as consent
        where ${isOver(consent)} order by expires_at limit ${limit} for update skip locked
      ), moved as (
        update assent.consent_projection as consent
        set status = 'expired', reason = 'end-date', version = consent.version + 1, changed_at = clock_timestamp(),
          suspended_by = null
        from over where consent.consent_id = over.consent_id
        returning consent.*, over.before
      ), numbered as (
        select moved.*, ids.id from (select *, row_number() over () as nth from moved) as moved
        join unnest(${sql.param(ids)}::uuid[]) with ordinality as ids (id, nth) using (nth)
      ), versioned as (
        insert into assent.consent_version_projection (consent_id, version, at, move, from_status, to_status,
          actor_type, reason, source, difference, correlation_id)
        select consent_id, version, changed_at, 'expire', before, status, 'system', reason, 'assent',
          jsonb_build_object('status', jsonb_build_array(before, status)), ${correlationId}
        from numbered
      ), move_audited as (
        insert into assent.audit_event (id, tenant, at, type, consent_id, client_id, kind, actor_type, correlation_id,
          detail)
        select id, ${tenant}, clock_timestamp(), 'consent-moved', consent_id, client_id, kind, 'system',
          ${correlationId}, ${detail}
        from numbered as moved
      ), queued as (
        insert into assent.outbox_event (id, consent_id, version, client_id, kind, customer_id, move, from_status,
          to_status, actor_type, reason, correlation_id, occurred_at)
        select id, consent_id, version, client_id, kind, customer_id, 'expire', before, status, 'system', reason,
          ${correlationId}, changed_at
        from numbered
      )
      select (select count(*) from moved)::int as count, coalesce((
        select extract(epoch from clock_timestamp() - min(expires_at)) from assent.consent_projection as consent
        where ${isOver(consent)}
          and consent_id not in (select consent_id from over)), 0)::float8 as over`);
    return { count: row?.count ?? 0, overSeconds: row?.over ?? 0 };
  };
}
