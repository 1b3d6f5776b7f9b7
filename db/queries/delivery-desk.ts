import { type SQL, sql } from "drizzle-orm";
import { REPLAYED_AT_ONCE } from "~/domain/notifications/replayed-at-once";
import { COUNTED_TO } from "~/domain/shared/counted";
import type { DeadLetter, DeadPage, DeadPlace, DeliveryDesk, DeliveryFound, Endpoint } from "~/ports/delivery-desk";
import type { Database } from "../client.server";
import { type DeadRow, deadLetterOf, type EndpointRow, endpointOf, type FoundRow, foundOf } from "./delivery-desk-row";
import { replayDead, replayOne } from "./delivery-replay";
import { createExecute } from "./execute";

const PAGE = 50;
const MOST_ENDPOINTS = 500;
const MOST_ATTEMPTS = 50;

const MICROS = sql`(extract(epoch from delivery.ended_at) * 1000000)::bigint::text`;
const IS_DEAD = sql`delivery.state in ('parked', 'expired')`;

/** The outbox in PostgreSQL, as operators look at it. */
export function createDeliveryDesk(db: Database, tenant: string, size = PAGE, atOnce = REPLAYED_AT_ONCE): DeliveryDesk {
  const execute = createExecute(db);
  return {
    async endpoints() {
      return (await execute<EndpointRow>(STANDINGS)).map(endpointOf);
    },
    async dead(of, place) {
      const rows = await execute<DeadRow>(deadStatement(of, place, size));
      return pageOf(rows, place, size);
    },
    async find(id): Promise<DeliveryFound | undefined> {
      const [row] = await execute<FoundRow>(found(id));
      return row && foundOf(row);
    },
    async leftOf({ channel, name }) {
      const of = (which: SQL) => counted(which, sql`${channel}`, sql`${name}`, atOnce + 1);
      const [row] = await execute<{ queued: number; dead: number }>(sql`
        select ${of(sql`delivery.state = 'queued'`)} as queued, ${of(sql`${IS_DEAD} and delivery.body <> ''`)} as dead`);
      return row ?? { queued: 0, dead: 0 };
    },
    replay: replayOne(db, tenant),
    replayDead: replayDead(db, tenant, atOnce),
  };
}

const counted = (which: SQL, channel: SQL, name: SQL, most = COUNTED_TO): SQL => sql`(
  select count(*)::int from (
    select from assent.outbox_delivery as delivery
    where delivery.channel = ${channel} and delivery.endpoint = ${name} and ${which} limit ${most}) as few)`;

/** For each a few looks into indexes; those that do not answer first, then by what waits. */
const STANDINGS = sql`
  with endpoint as (
    select 'tpp' as channel, client_id as name, callback_url is null as polls from assent.event_subscription
    union
    select health.channel, health.name, false from assent.delivery_endpoint as health
    where not exists (
      select from assent.event_subscription where client_id = health.name and health.channel = 'tpp')
    union select 'e-mail', 'e-mail', false union select 'analytics', 'analytics', false
  ), part as (select * from endpoint order by channel, name limit ${MOST_ENDPOINTS})
  select part.channel, part.name, part.polls, coalesce(health.failures, 0) as failures,
    extract(epoch from health.rested_until - clock_timestamp())::float8 as rests,
    ${counted(sql`delivery.state = 'queued'`, sql`part.channel`, sql`part.name`)} as queued,
    ${counted(IS_DEAD, sql`part.channel`, sql`part.name`)} as dead,
    (select extract(epoch from clock_timestamp() - delivery.queued_at)::float8 from assent.outbox_delivery as delivery
      where delivery.channel = part.channel and delivery.endpoint = part.name and delivery.state = 'queued'
      order by delivery.queued_at limit 1) as oldest
  from part left join assent.delivery_endpoint as health on health.channel = part.channel and health.name = part.name
  order by failures desc, dead desc, queued desc, channel, name`;

function deadStatement(of: Endpoint | undefined, place: DeadPlace | undefined, size: number): SQL {
  const forwards = place?.side === "before";
  const order = forwards ? sql`ended_at, id` : sql`ended_at desc, id desc`;
  const beyond = place
    ? sql`and (ended_at, id) ${forwards ? sql`>` : sql`<`}
        ('epoch'::timestamptz + ${place.at}::bigint * interval '1 microsecond', ${place.id}::uuid)`
    : sql``;
  const own = of ? sql`and channel = ${of.channel} and endpoint = ${of.name}` : sql``;
  return sql`
    select id, channel, endpoint, consent_id, version, state, attempts, problem, ${MICROS} as ended_micros
    from assent.outbox_delivery as delivery where ${IS_DEAD} ${own} ${beyond} order by ${order} limit ${size + 1}`;
}

function pageOf(found: readonly DeadRow[], place: DeadPlace | undefined, size: number): DeadPage {
  const forwards = place?.side === "before";
  const isMore = found.length > size;
  const rows = found.slice(0, size);
  if (forwards) rows.reverse();
  const [first, last] = [rows[0], rows.at(-1)];
  const at = (side: DeadPlace["side"], row: DeadRow): DeadPlace => ({ side, at: row.ended_micros, id: row.id });
  return {
    rows: rows.map((row): DeadLetter => deadLetterOf(row)),
    ...((forwards ? isMore : place) && first && { newer: at("before", first) }),
    ...((forwards || isMore) && last && { older: at("after", last) }),
  };
}

const ms = (column: string) => sql.raw(`(extract(epoch from ${column}) * 1000)::bigint::text`);

const found = (id: string): SQL => sql`
  select delivery.id, delivery.channel, delivery.endpoint, delivery.consent_id, event.client_id, delivery.version,
    event.move, delivery.state, ${ms("delivery.queued_at")} as queued_ms, ${ms("delivery.next_attempt_at")} as next_ms,
    ${ms("delivery.ended_at")} as ended_ms, delivery.problem,
    case when delivery.channel in ('tpp', 'analytics') then delivery.body end as body,
    coalesce((
      select jsonb_agg(jsonb_build_object('id', attempt.id, 'at', ${ms("attempt.at")}, 'outcome', attempt.outcome,
        'code', attempt.code, 'took', attempt.duration_ms) order by attempt.at desc)
      from (select * from assent.delivery_attempt where delivery_id = delivery.id order by at desc limit ${MOST_ATTEMPTS})
        as attempt), '[]') as attempts
  from assent.outbox_delivery as delivery join assent.outbox_event as event on event.id = delivery.event_id
  where delivery.id = ${id}::uuid`;
