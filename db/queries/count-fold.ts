import { sql } from "drizzle-orm";
import { BANK_TIME_ZONE } from "~/domain/shared/bank-day";
import type { createExecute } from "./execute";

type Execute = ReturnType<typeof createExecute>;

/** Of the chain at once. */
const BATCH = 5_000;

/**
 * How one event of the record changes the counters: from nothing into a status, from one into another. Also what the
 * recount takes back of what the fold has not come to.
 */
export const STATUS_CHANGES = sql.raw(`
  select client_id, kind, detail ->> 'from' as status, -1 as change from batch
    where type = 'consent-moved' and detail ->> 'from' is not null
  union all
  select client_id, kind, detail ->> 'to', 1 from batch where type = 'consent-moved'`);

/** Of each TPP and kind, of each alone, and of all. */
export const EVERY_WAY = sql.raw(
  `grouping sets ((client_id, kind, status), (client_id, status), (kind, status), (status))`,
);

const WHAT = sql.raw(`case type
  when 'request-opened' then 'arrived'
  when 'decision-not-accepted' then 'not-accepted'
  when 'decision-intended' then
    case when detail ->> 'outcome' = 'allowed' then 'allowed' else 'refused:' || coalesce(detail ->> 'reason', 'none') end
  when 'consent-moved' then (detail ->> 'to') || ':' || (detail ->> 'reason') end`);

interface FoldRow extends Record<string, unknown> {
  readonly events: number;
  readonly lag: number | null;
}

/**
 * Counts the next links of the chain, in the transaction of `execute`: what was committed late got its link late, so that
 * nothing is passed over, and a fold that dies has counted nothing. One folds at a time; the row of the fold is the lock.
 */
export async function folded(execute: Execute, tenant: string) {
  // A batch is looked up row by row along the indexes: the planner would rather read all of a long record each time.
  const [fold] = await execute<{ seq: string }>(sql`
    select seq::text, set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true)
    from assent.count_fold where tenant = ${tenant} for update`);
  if (!fold) return { events: 0, more: false, lagSeconds: 0 };
  const [row] = await execute<FoldRow>(sql`
    with links as materialized (
      select seq, event_id, event_at from assent.audit_link
      where tenant = ${tenant} and seq > ${fold.seq}::bigint order by seq limit ${BATCH}
    ), batch as materialized (
      select event.type, coalesce(event.client_id, '?') as client_id, coalesce(event.kind, '?') as kind, event.detail,
        event.at
      from links join assent.audit_event as event on event.id = links.event_id and event.at = links.event_at
    ), counted as (
      insert into assent.consent_count (tenant, client_id, kind, status, count)
      select ${tenant}, coalesce(client_id, '*'), coalesce(kind, '*'), status, sum(change)
      from (${STATUS_CHANGES}) as changes group by ${EVERY_WAY} having sum(change) <> 0
      order by 2, 3, 4
      on conflict (tenant, client_id, kind, status) do update set count = consent_count.count + excluded.count
    ), days as (
      insert into assent.consent_day_count (tenant, client_id, kind, day, what, count)
      select ${tenant}, coalesce(client_id, '*'), coalesce(kind, '*'), day, what, count(*)
      from (
        select client_id, kind, (at at time zone ${BANK_TIME_ZONE})::date as day, ${WHAT} as what from batch
      ) as happened where what is not null
      group by grouping sets ((client_id, kind, day, what), (client_id, day, what), (kind, day, what), (day, what))
      order by 2, 3, 4, 5
      on conflict (tenant, client_id, kind, day, what) do update set count = consent_day_count.count + excluded.count
    ), walked as (
      update assent.count_fold set folded_at = clock_timestamp(),
        seq = coalesce((select max(seq) from links), seq)
      where tenant = ${tenant}
    )
    select (select count(*) from links)::int as events,
      (select extract(epoch from clock_timestamp() - min(at))::float8 from batch) as lag`);
  const events = row?.events ?? 0;
  return { events, more: events === BATCH, lagSeconds: row?.lag ?? 0 };
}
