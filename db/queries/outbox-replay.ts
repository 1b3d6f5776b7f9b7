import { sql } from "drizzle-orm";
import type { Channel } from "~/domain/notifications/channel";
import type { Database } from "../client.server";
import { createExecute } from "./execute";

export interface Replay {
  /** When the changes happened: from the first of these instants on, and before the second. */
  readonly from: Date;
  readonly to: Date;
  /** One TPP's client id, `analytics`, or one customer; everybody when absent. */
  readonly recipient?: string;
}

export interface ParkedDelivery extends Record<string, unknown> {
  readonly id: string;
  readonly channel: Channel;
  readonly endpoint: string;
  readonly consent: string;
  readonly version: number;
  readonly state: "parked" | "expired";
  readonly attempts: number;
  readonly problem: string | null;
  readonly ended: string;
}

export interface LoggedAttempt extends Record<string, unknown> {
  readonly version: number;
  readonly move: string;
  readonly channel: Channel;
  readonly endpoint: string;
  readonly state: string;
  /** Of one attempt; null for a delivery without any. */
  readonly attempted: string | null;
  readonly outcome: string | null;
  readonly code: number | null;
}

/** So few that a statement stays short beside the workers. */
const BATCH = 1_000;

/** What the bank's operators ask of the outbox. A customer is never named. */
export function createOutboxDesk(db: Database) {
  const execute = createExecute(db);
  return {
    /**
     * Puts what ended back into the queue, to be sent as it was under the same id. A mail that arrived is not sent twice:
     * customers would take it for news.
     *
     * @returns how many.
     */
    async replay(the: Replay): Promise<number> {
      // What is delivered again meanwhile is not replayed again.
      const [started] = await execute<{ at: string }>(sql`select clock_timestamp()::text as at`);
      let done: Requeued = { again: 0, consent_id: "", version: 0 };
      for (let replayed = 0; ; ) {
        const [next] = await execute<Requeued>(requeued(the, started?.at ?? "", done));
        replayed += next?.again ?? 0;
        if (!next || next.again < BATCH) return replayed;
        done = next;
      }
    },

    /** What somebody has to look at, newest first. */
    parked: (limit: number) =>
      execute<ParkedDelivery>(sql`
        select id, channel, endpoint, consent_id as consent, version, state, attempts, problem, ended_at::text as ended
        from assent.outbox_delivery where state in ('parked', 'expired') order by ended_at desc limit ${limit}`),

    /** Who was told of what happened to one consent, and every attempt at it, oldest first. */
    log: (consentId: string) =>
      execute<LoggedAttempt>(sql`
        select event.version, event.move, delivery.channel, delivery.endpoint, delivery.state,
          attempt.at::text as attempted, attempt.outcome, attempt.code
        from assent.outbox_event as event
        join assent.outbox_delivery as delivery on delivery.event_id = event.id
        left join assent.delivery_attempt as attempt on attempt.delivery_id = delivery.id
        where event.consent_id = ${consentId}
        order by event.version, delivery.channel, attempt.at`),
  };
}

/** How far a replay has come. */
interface Requeued extends Record<string, unknown> {
  readonly again: number;
  readonly consent_id: string;
  readonly version: number;
}

/**
 * Consent by consent, and of each its older changes first: else a newer one could be sent before an older one of a later
 * batch is queued.
 */
const requeued = ({ from, to, recipient = "" }: Replay, endedBefore: string, done: Requeued) => sql`
  with next as (
    select delivery.id, event.consent_id, event.version from assent.outbox_event as event
    join assent.outbox_delivery as delivery on delivery.event_id = event.id
    where event.occurred_at >= ${from.toISOString()}::timestamptz and event.occurred_at < ${to.toISOString()}::timestamptz
      and (event.consent_id, event.version) >= (${done.consent_id}, ${done.version}::int)
      and delivery.ended_at <= ${endedBefore}::timestamptz
      and (delivery.state in ('parked', 'expired')
        or (delivery.state = 'delivered' and delivery.channel in ('tpp', 'analytics')))
      and ${recipient} in ('', delivery.recipient)
    order by event.consent_id, event.version
    limit ${BATCH}
    for update of delivery skip locked
  ), again as (
    update assent.outbox_delivery as delivery
    set state = 'queued', attempts = 0, queued_at = now(), next_attempt_at = clock_timestamp(), sending_until = null,
      ended_at = null, problem = null
    from next where delivery.id = next.id
  )
  select count(*) over ()::int as again, consent_id, version from next order by consent_id desc, version desc limit 1`;
