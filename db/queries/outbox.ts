import { sql } from "drizzle-orm";
import type { SentChannel } from "~/domain/notifications/channel";
import { KEPT_FOR_POLLING_DAYS, REST_AFTER_FAILURES, type RetrySchedule } from "~/domain/notifications/retry-schedule";
import type { Outbox } from "~/ports/outbox";
import type { Database } from "../client.server";
import { createExecute } from "./execute";
import { createAddress } from "./outbox-address";
import { type ClaimedRow, claimed, deliveryFrom, endpoints } from "./outbox-claim";
import { recorded } from "./outbox-record";

/** The outbox in PostgreSQL, by its clock. */
export function createOutbox(db: Database, schedule: RetrySchedule): Outbox {
  const execute = createExecute(db);
  return {
    address: createAddress(db),

    async claim(channel, limit) {
      const rows = await execute<ClaimedRow>(claimed(channel, limit));
      return rows.map((row) => deliveryFrom(channel, row));
    },

    async record(attempts) {
      if (attempts.length > 0) await execute(recorded(attempts, schedule));
    },

    async giveUp(limit) {
      const given = await execute(sql`
        with old as (
          select delivery.id from assent.outbox_delivery as delivery
          where delivery.state = 'queued' and (delivery.sending_until is null or delivery.sending_until <= now())
            and (${isHopeless(schedule)} or ${isUnfetched})
          limit ${limit}
          for update skip locked
        )
        update assent.outbox_delivery as delivery
        set state = 'expired', ended_at = clock_timestamp(), problem = coalesce(delivery.problem, 'waited too long')
        from old where delivery.id = old.id returning delivery.id`);
      return given.length;
    },

    async lagSeconds(channel) {
      const [row] = await execute<{ lag: number | null }>(oldest(channel));
      return row?.lag ?? 0;
    },
  };
}

const isHopeless = ({ giveUpAfterMs }: RetrySchedule) => sql`(
  delivery.queued_at < now() - ${giveUpAfterMs} * interval '1 millisecond' and exists (
    select from assent.delivery_endpoint as health
    where health.channel = delivery.channel and health.name = delivery.endpoint
      and health.failures >= ${REST_AFTER_FAILURES}))`;

const isUnfetched = sql`(
  delivery.channel = 'tpp' and delivery.queued_at < now() - ${KEPT_FOR_POLLING_DAYS} * interval '1 day')`;

/** A TPP that polls sets its own pace: what waits for it is no lag of ours. */
const oldest = (channel: SentChannel) => sql`
  with endpoint as (${endpoints(channel)})
  select max(extract(epoch from greatest(clock_timestamp() - waiting.queued_at, interval '0')))::float8 as lag
  from endpoint cross join lateral (
    select queued_at from assent.outbox_delivery as delivery
    where delivery.channel = ${channel} and delivery.endpoint = endpoint.name and delivery.state = 'queued'
    order by queued_at limit 1
  ) as waiting`;
