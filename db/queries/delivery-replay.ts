import { type SQL, sql } from "drizzle-orm";
import type { DeliveryDesk } from "~/ports/delivery-desk";
import type { Database } from "../client.server";
import { writtenAs } from "./audit-event";
import { createExecute } from "./execute";
import { byStaff } from "./staff-desk";

/** So few that a statement stays short beside the workers. */
const BATCH = 1_000;

/** Sent as it was, under the same id: receivers can tell. */
const again = (next: SQL): SQL => sql`
  update assent.outbox_delivery as delivery
  set state = 'queued', attempts = 0, queued_at = now(), next_attempt_at = clock_timestamp(), sending_until = null,
    ended_at = null, problem = null
  from ${next} where delivery.id = next.id`;

/** A mail that arrived is not sent twice: customers would take it for news. What was erased has nothing to send. */
export function replayOne(db: Database, tenant: string): DeliveryDesk["replay"] {
  const execute = createExecute(db);
  return async (id, { staff, correlationId }) => {
    const detail = sql`jsonb_build_object('channel', next.channel, 'deliveryId', next.id, 'count', 1)`;
    const about = { tenant, correlationId };
    const sent = await execute(sql`
      with next as (
        select id, channel from assent.outbox_delivery as delivery
        where id = ${id}::uuid and body <> '' and (state in ('parked', 'expired')
          or (state = 'delivered' and channel in ('tpp', 'analytics')))
        for update
      ), again as (${again(sql`next`)} returning delivery.id),
      audited as (${writtenAs(about, byStaff(staff), "deliveries-replayed", detail, sql`next`)})
      select id from again`);
    return sent.length === 1;
  };
}

interface Batch extends Record<string, unknown> {
  readonly count: number;
  readonly consent_id: string | null;
  readonly version: number | null;
}

/**
 * What one endpoint did not take, as many as go at once: consent by consent, and of each its older changes first, else a newer one could be
 * sent before an older one of a later batch is queued. What fails again meanwhile is not sent a third time.
 */
export function replayDead(db: Database, tenant: string, atOnce: number): DeliveryDesk["replayDead"] {
  const execute = createExecute(db);
  return async ({ channel, name }, { staff, correlationId }) => {
    const [started] = await execute<{ at: string }>(sql`select clock_timestamp()::text as at`);
    const about = { tenant, correlationId };
    const detail = sql`jsonb_build_object('channel', ${channel}::text, 'count', batch.count)`;
    let done: { readonly consent: string; readonly version: number } = { consent: "", version: -1 };
    for (let sent = 0; ; ) {
      const most = Math.min(BATCH, atOnce - sent);
      const [batch] = await execute<Batch>(sql`
        with next as (
          select id, consent_id, version from assent.outbox_delivery as delivery
          where channel = ${channel} and endpoint = ${name} and state in ('parked', 'expired') and body <> ''
            and ended_at <= ${started?.at ?? ""}::timestamptz
            and (consent_id, version) >= (${done.consent}, ${done.version}::int)
          order by consent_id, version limit ${most} for update skip locked
        ), again as (${again(sql`next`)}),
        batch as (
          select count(*)::int as count, (array_agg(consent_id order by consent_id desc, version desc))[1] as consent_id,
            (array_agg(version order by consent_id desc, version desc))[1] as version
          from next having count(*) > 0
        ), audited as (${writtenAs(about, byStaff(staff), "deliveries-replayed", detail, sql`batch`)})
        select * from batch`);
      sent += batch?.count ?? 0;
      if (!batch || batch.count < most) return { sent, isBounded: false };
      if (sent === atOnce) return { sent, isBounded: true };
      done = { consent: batch.consent_id ?? "", version: batch.version ?? 0 };
    }
  };
}
