import { type SQL, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { CONSENT_KINDS, traitsOf } from "~/domain/consent-kinds/index";
import type { TppSuspensions } from "~/ports/tpp-suspensions";
import type { createExecute } from "./execute";

const PAYING = sql.raw(
  CONSENT_KINDS.filter((kind) => traitsOf(kind).moves === "money")
    .map((kind) => `'${kind}'`)
    .join(", "),
);

/** Where somebody has come to in the index by client and status: instant and id, as one text. */
const PLACE = sql`(extract(epoch from consent.created_at) * 1000000)::bigint || '.' || consent.consent_id`;
const instantOf = (place: SQL) =>
  sql`'epoch'::timestamptz + split_part(${place}, '.', 1)::bigint * interval '1 microsecond'`;
const idOf = (place: SQL) => sql`substr(${place}, strpos(${place}, '.') + 1)`;

const isTouched = (consent: SQL) => sql`(due.scope = 'all-access' or ${consent}.kind in (${PAYING}))`;

/**
 * Tells the customers of one suspension, so many consents at a time, in one statement: how far it has come, and the events
 * by which they hear, are there together or not at all. Of one customer the newest consent is the one that is told of.
 */
const told = (
  ids: readonly string[],
  due: SQL,
  move: "app-held" | "app-back",
  done: (come: SQL, all: SQL) => SQL,
): SQL => sql`
  with due as (${due} limit 1 for update skip locked), batch as (
    select consent.*, ${PLACE} as place from due, lateral (
      select * from assent.consent_projection as consent
      where consent.client_id = due.client_id and consent.status = 'authorised'
        and (due.place is null or (consent.created_at, consent.consent_id) < (${instantOf(sql`due.place`)}, ${idOf(sql`due.place`)}))
        and (due.last is null or (consent.created_at, consent.consent_id) >= (${instantOf(sql`due.last`)}, ${idOf(sql`due.last`)}))
      order by consent.created_at desc nulls first, consent.consent_id desc nulls first limit ${ids.length}
    ) as consent
  ), chosen as (
    select batch.*, due.id as suspension, row_number() over () as nth from batch, due
    where batch.customer_id is not null and ${isTouched(sql`batch`)} and not exists (
      select from assent.consent_projection as newer
      where newer.customer_id = batch.customer_id and newer.client_id = batch.client_id and newer.status = 'authorised'
        and ${isTouched(sql`newer`)} and (newer.created_at, newer.consent_id) > (batch.created_at, batch.consent_id))
  ), event as (
    insert into assent.outbox_event (id, consent_id, version, client_id, kind, customer_id, move, from_status, to_status,
      actor_type, reason, correlation_id, occurred_at, occasion)
    select ids.id, consent_id, version, client_id, kind, customer_id, ${move}, status, status, 'staff', 'as-found',
      suspension::text, clock_timestamp(), suspension || ${`:${move}`}
    from chosen join unnest(${sql.param([...ids])}::uuid[]) with ordinality as ids (id, nth) using (nth)
    on conflict do nothing returning id
  ), come as (
    ${done(
      sql`(select place from batch order by created_at, consent_id limit 1)`,
      sql`(select count(*) from batch) < ${ids.length}`,
    )}
  )
  select (select count(*) from event)::int as told, (select count(*) from batch)::int as seen`;

const HELD = sql`
  select id, client_id, scope, told_after as place, null::text as last from assent.tpp_suspension
  where told_at is null and from_at <= now() and lifted_at is null and (until_at is null or until_at > now())
  order by from_at`;

/** Whoever was told that it began is told that it is over, and nobody else; not while another one holds the app. */
const BACK = sql`
  select id, client_id, scope, back_after as place, case when told_at is null then told_after end as last
  from assent.tpp_suspension
  where lifted_at is not null and back_at is null and scope <> 'new-consents'
    and (told_at is not null or told_after is not null) and not exists (
      select from assent.tpp_suspension as other
      where other.client_id = tpp_suspension.client_id and other.scope <> 'new-consents' and other.lifted_at is null
        and other.from_at <= now() and (other.until_at is null or other.until_at > now()))
  order by lifted_at`;

/** How customers hear that an app is held back, in PostgreSQL. */
export const createTelling =
  (execute: ReturnType<typeof createExecute>): TppSuspensions["tell"] =>
  async (limit) => {
    const ids = () => Array.from({ length: limit }, () => uuidv7());
    const [held] = await execute<{ told: number; seen: number }>(
      told(
        ids(),
        HELD,
        "app-held",
        (come, all) => sql`
        update assent.tpp_suspension as held set told_after = coalesce(${come}, held.told_after),
          told_at = case when ${all} then clock_timestamp() end
        from due where held.id = due.id`,
      ),
    );
    const [back] = await execute<{ told: number; seen: number }>(
      told(
        ids(),
        BACK,
        "app-back",
        (come, all) => sql`
        update assent.tpp_suspension as held set back_after = coalesce(${come}, held.back_after),
          back_at = case when ${all} then clock_timestamp() end
        from due where held.id = due.id`,
      ),
    );
    const seen = Math.max(held?.seen ?? 0, back?.seen ?? 0);
    return { held: held?.told ?? 0, back: back?.told ?? 0, more: seen === limit };
  };
