import { sql } from "drizzle-orm";
import type { Database } from "../client.server";
import { EVERY_WAY, STATUS_CHANGES } from "./count-fold";

type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];

/**
 * Counts our picture of the consents anew, in one snapshot, and puts the counters right. What the snapshot holds and the fold
 * has not come to is taken back: the fold will count it, and it must not be counted twice.
 *
 * @param transaction repeatable read; it reads every row, however long that takes.
 * @returns by how much the counters were wrong, in all; nothing the first time, when there were none.
 */
export async function recounted(transaction: Transaction, tenant: string): Promise<number> {
  // Before the snapshot is taken, which a lock alone does not do: the fold stands still from here on.
  await transaction.execute(sql`set local statement_timeout = 0`);
  await transaction.execute(sql`lock table assent.count_fold in exclusive mode`);
  // The first time it begins at the end of the chain: what came before is in the picture already.
  await transaction.execute(sql`
    insert into assent.count_fold (tenant, seq, folded_at)
    select ${tenant}, coalesce((select max(seq) from assent.audit_link where tenant = ${tenant}), 0), clock_timestamp()
    on conflict do nothing`);
  const [fold] = await transaction.execute<{ seq: string; recounted: boolean }>(sql`
    select seq::text, recounted_at is not null as recounted from assent.count_fold where tenant = ${tenant}`);
  const [row] = await transaction.execute<{ drift: string }>(sql`
    with batch as materialized (
      select event.type, coalesce(event.client_id, '?') as client_id, coalesce(event.kind, '?') as kind, event.detail
      from (
        select event_id, event_at from assent.audit_link where tenant = ${tenant} and seq > ${fold?.seq ?? "0"}::bigint
        union all
        select event_id, at from assent.audit_unsealed where tenant = ${tenant}
      ) as waiting
      join assent.audit_event as event on event.id = waiting.event_id and event.at = waiting.event_at
    ), standing as (
      select client_id, kind, status, count(*) as change from assent.consent_projection group by client_id, kind, status
      union all
      select client_id, kind, status, -change from (${STATUS_CHANGES}) as changes
    ), exact as (
      select coalesce(client_id, '*') as client_id, coalesce(kind, '*') as kind, status, sum(change) as count
      from standing group by ${EVERY_WAY}
    ), wrong as (
      select coalesce(exact.client_id, ours.client_id) as client_id, coalesce(exact.kind, ours.kind) as kind,
        coalesce(exact.status, ours.status) as status, coalesce(exact.count, 0) as count,
        abs(coalesce(exact.count, 0) - coalesce(ours.count, 0)) as by
      from exact full join (select * from assent.consent_count where tenant = ${tenant}) as ours
        using (client_id, kind, status)
      where coalesce(exact.count, 0) <> coalesce(ours.count, 0)
    ), repaired as (
      insert into assent.consent_count (tenant, client_id, kind, status, count)
      select ${tenant}, client_id, kind, status, count from wrong
      on conflict (tenant, client_id, kind, status) do update set count = excluded.count
    ), noted as (
      update assent.count_fold set recounted_at = clock_timestamp(),
        drift = (select coalesce(sum(by), 0) from wrong where client_id = '*' and kind = '*')
      where tenant = ${tenant}
    )
    select coalesce(sum(by), 0)::text as drift from wrong where client_id = '*' and kind = '*'`);
  return fold?.recounted ? Number(row?.drift ?? 0) : 0;
}
