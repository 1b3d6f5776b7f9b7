import { type SQL, sql } from "drizzle-orm";
import type { SentChannel } from "~/domain/notifications/channel";
import { REST_AFTER_FAILURES } from "~/domain/notifications/retry-schedule";
import { asClientId, asConsentId } from "~/domain/shared/ids";
import type { Delivery } from "~/ports/delivery";

/** Seconds; longer than an attempt may take, so that only what a killed worker left is taken by another one. */
const LEASE = 30;

/** One TPP that hangs must not keep everybody else waiting. */
const AT_ONCE_TO_ONE_TPP = 16;

export interface ClaimedRow extends Record<string, unknown> {
  readonly id: string;
  readonly recipient: string;
  readonly endpoint: string;
  readonly url: string | null;
  readonly client_id: string;
  readonly consent_id: string;
  readonly correlation_id: string;
  readonly body: string;
  readonly attempts: number;
  readonly claim: string;
}

/**
 * `now()` is the time of this one statement; unlike `clock_timestamp()` it can bound the walk through an index.
 * Each endpoint is looked at by itself, so that a long queue for one does not have to be read to serve another.
 *
 * `offset 0` keeps the planner from making one join of the question for older ones: after a quiet time it takes the queue for
 * empty, and would read all of it for each delivery.
 */
export const claimed = (channel: SentChannel, limit: number): SQL => sql`
  with endpoint as (
    ${endpoints(channel)}
  ), open as (
    select endpoint.name, endpoint.url, under_way.count as under_way, ${atOnce(channel, limit)} - under_way.count as free
    from endpoint left join assent.delivery_endpoint as health on health.channel = ${channel} and health.name = endpoint.name
      cross join lateral (
        select count(*)::int from assent.outbox_delivery as sending
        where sending.channel = ${channel} and sending.endpoint = endpoint.name and sending.state = 'queued'
          and sending.sending_until is not null and sending.sending_until > now()
      ) as under_way
    where health.rested_until is null or health.rested_until <= now()
  ), due as (
    select each.id, each.event_id, open.url from open cross join lateral (
      select delivery.id, delivery.event_id, delivery.next_attempt_at from assent.outbox_delivery as delivery
      where delivery.channel = ${channel} and delivery.endpoint = open.name and ${isDue}
        and not exists (
          select from assent.outbox_delivery as older
          where older.recipient = delivery.recipient and older.consent_id = delivery.consent_id
            and older.version < delivery.version and older.ended_at is null
            -- What waits for the end of its customer's quiet hours holds nothing back that must not wait.
            and older.queued_at <= now()
          offset 0)
      order by delivery.next_attempt_at
      limit greatest(open.free, 0)
    ) as each
    -- Whoever has least under way comes first: two who are slow must not keep every place.
    order by open.under_way + row_number() over (partition by open.name order by each.next_attempt_at), each.next_attempt_at
    limit ${limit}
  ), taken as (
    select delivery.id from assent.outbox_delivery as delivery
    where delivery.id in (select id from due) and ${isDue}
    for update skip locked
  )
  update assent.outbox_delivery as delivery
  set sending_until = clock_timestamp() + ${LEASE} * interval '1 second', attempts = delivery.attempts + 1
  from taken join due using (id) join assent.outbox_event as event on event.id = due.event_id
  where delivery.id = taken.id
  returning delivery.id, delivery.recipient, delivery.endpoint, due.url, event.client_id, delivery.consent_id,
    event.correlation_id, delivery.body, delivery.attempts, delivery.sending_until::text as claim`;

const isDue = sql`delivery.state = 'queued' and delivery.next_attempt_at <= now()
  and (delivery.sending_until is null or delivery.sending_until <= now())`;

/** Who can be sent to: TPPs that gave an address, else the one server of the channel. */
export const endpoints = (channel: SentChannel): SQL =>
  channel === "tpp"
    ? sql`select client_id as name, callback_url as url from assent.event_subscription where callback_url is not null`
    : sql`select ${channel}::text as name, null::text as url`;

/** Whoever did not answer for long is asked by one delivery at a time until there is an answer. */
const atOnce = (channel: SentChannel, limit: number): SQL => sql`
  case when coalesce(health.failures, 0) >= ${REST_AFTER_FAILURES} then 1
    else ${channel === "tpp" ? AT_ONCE_TO_ONE_TPP : limit}::int end`;

export const deliveryFrom = (channel: SentChannel, row: ClaimedRow): Delivery => ({
  id: row.id,
  channel,
  recipient: row.recipient,
  endpoint: row.endpoint,
  ...(row.url !== null && { url: row.url }),
  clientId: asClientId(row.client_id),
  consentId: asConsentId(row.consent_id),
  correlationId: row.correlation_id,
  body: row.body,
  attempts: row.attempts,
  claim: row.claim,
});
