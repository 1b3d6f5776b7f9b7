import { type SQL, sql } from "drizzle-orm";
import { v4 as uuidv4, v7 as uuidv7 } from "uuid";
import { CONSENT_KINDS, traitsOf } from "~/domain/consent-kinds/index";
import { REMINDER_DAYS, WORTH_REMINDING } from "~/domain/notifications/reminder-days";
import type { Reminders } from "~/ports/reminders";
import type { Database } from "../client.server";
import { createExecute } from "./execute";

/** What is used up by one use has no end that anybody waits for. */
const LASTING = sql.raw(
  CONSENT_KINDS.filter((kind) => traitsOf(kind).lasts)
    .map((kind) => `'${kind}'`)
    .join(", "),
);

const days = (count: number): SQL => sql.raw(`interval '${count} days'`);

/** Each of the days by its name in the statement, with the day that comes after it: of one end only the nearest is due. */
const WINDOWS = REMINDER_DAYS.map((each, nth) => [sql.raw(`in_${each}`), each, REMINDER_DAYS[nth + 1] ?? 0] as const);

/**
 * Reminders in one statement: the mark that somebody was reminded and the event that says so are there together or not at
 * all, and the mark is there once (D-12).
 */
export function createReminders(db: Database): Reminders {
  const execute = createExecute(db);
  return {
    async queue(limit) {
      const ids = Array.from({ length: limit }, () => uuidv7());
      const [row] = await execute<{ queued: number; forgotten: number }>(sql`
        with ${sql.join(
          WINDOWS.map(([name, each, next]) => sql`${name} as (${dueAt(each, next, limit)})`),
          sql`, `,
        )}, due as (
          select * from (${sql.join(
            WINDOWS.map(([name]) => sql`select * from ${name}`),
            sql` union all `,
          )}) as due
          limit ${limit}
        ), numbered as (
          select due.*, ids.id from (select *, row_number() over () as nth from due) as due
          join unnest(${sql.param(ids)}::uuid[]) with ordinality as ids (id, nth) using (nth)
        ), event as (
          insert into assent.outbox_event (id, consent_id, version, client_id, kind, customer_id, move, from_status,
            to_status, actor_type, reason, correlation_id, occurred_at, reminder_days)
          select id, consent_id, version, client_id, kind, customer_id, 'remind', status, status, 'system', 'end-date',
            ${uuidv4()}, clock_timestamp(), days
          from numbered on conflict do nothing
          returning id
        ), reminded as (
          insert into assent.consent_reminder (consent_id, ends_at, days, event_id)
          select consent_id, expires_at, days, id from numbered join event using (id)
          returning event_id
        ), forgotten as (
          delete from assent.consent_reminder where ends_at < now() - interval '1 day' returning event_id
        )
        select (select count(*) from reminded)::int as queued, (select count(*) from forgotten)::int as forgotten`);
      return { queued: row?.queued ?? 0, forgotten: row?.forgotten ?? 0 };
    },
  };
}

/**
 * Those of one day, from the latest end on: what has just come near is found first, and what was reminded of long ago not
 * before there is nothing else. Whoever is changing a consent keeps it until the next round.
 */
const dueAt = (each: number, next: number, limit: number): SQL => sql`
  select consent.consent_id, consent.version, consent.client_id, consent.kind, consent.customer_id, consent.status,
    consent.expires_at, ${each}::int as days
  from assent.consent_projection as consent
  where consent.status = 'authorised' and consent.kind in (${LASTING}) and consent.customer_id is not null
    and consent.expires_at > now() + ${days(next)} and consent.expires_at <= now() + ${days(each)}
    and ${agreedAt} <= consent.expires_at - ${days(WORTH_REMINDING * each)}
    and not exists (
      select from assent.consent_change as change
      where change.consent_id = consent.consent_id and change.state = 'intended')
    and not exists (
      select from assent.consent_reminder as reminder
      where reminder.consent_id = consent.consent_id and reminder.ends_at = consent.expires_at
        and reminder.days <= ${each})
  order by consent.expires_at desc limit ${limit}
  for update of consent skip locked`;

/** When the customer last agreed to it, which set its end. */
const agreedAt = sql`coalesce((
  select max(version.at) from assent.consent_version_projection as version
  where version.consent_id = consent.consent_id and version.move in ('authorise', 'complete', 'renew', 'reconnect')),
  consent.created_at)`;
