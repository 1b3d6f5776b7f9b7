import { sql } from "drizzle-orm";
import { BANK_TIME_ZONE } from "~/domain/shared/bank-day";
import type { AccessBook } from "~/ports/access-reports";
import type { Database } from "../client.server";
import { createExecute } from "./execute";

/** Between a gateway's clock and the database's. */
const CLOCKS_APART = sql`interval '5 minutes'`;

interface TakenRow extends Record<string, unknown> {
  readonly taken: number;
  readonly early: readonly string[];
}

/**
 * Reads in PostgreSQL. An event and what it adds to its day are one statement: one that came before adds nothing, and
 * none is kept without being counted, wherever either side is killed. In the order of their keys, so that two reports at
 * once wait for each other and never in a circle.
 */
export function createAccessBook(db: Database): AccessBook {
  const execute = createExecute(db);
  return {
    async take({ issuer, toldUntil, events }) {
      const sent = events.map(({ accounts, ...event }) => ({
        ...event,
        accounts: accounts.map(({ account }) => account),
        records: accounts.map(({ records }) => records),
      }));
      const [row] = await execute<TakenRow>(sql`
        with clock as materialized (select clock_timestamp() as now), given as materialized (
          select * from jsonb_to_recordset(${JSON.stringify(sent)}::jsonb) as event (id uuid, at timestamptz,
            "consentId" text, "clientId" text, resource text, present boolean, "interactionId" text, accounts text[],
            records integer[])
        ), taken as (
          insert into assent.access_event (id, consent_id, client_id, at, resource, present, interaction_id,
            account_ids, records)
          select id, "consentId", "clientId", at, resource, present, "interactionId", accounts, records
          from given, clock where at <= now + ${CLOCKS_APART} order by id
          on conflict (id) do nothing
          returning consent_id, at, resource, present, account_ids, records
        ), added as (
          insert into assent.access_day (consent_id, day, resource, account_id, present, reads, records, first_at, last_at)
          select consent_id, (at at time zone ${BANK_TIME_ZONE})::date, resource, coalesce(account.id, ''), present,
            count(*), coalesce(sum(account.records), 0), min(at), max(at)
          from taken left join lateral unnest(account_ids, taken.records) as account (id, records) on true
          group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5
          on conflict (consent_id, day, resource, account_id, present) do update
          set reads = access_day.reads + excluded.reads, records = access_day.records + excluded.records,
            first_at = least(access_day.first_at, excluded.first_at),
            last_at = greatest(access_day.last_at, excluded.last_at)
        ), last as (
          insert into assent.access_last (consent_id, resource, last_at)
          select consent_id, resource, max(at) from taken group by 1, 2 order by 1, 2
          on conflict (consent_id, resource) do update set last_at = greatest(access_last.last_at, excluded.last_at)
        ), heard as (
          insert into assent.access_feed (issuer, told_until, heard_at)
          select ${issuer}, least(${toldUntil.toISOString()}::timestamptz, now), now from clock
          on conflict (issuer) do update
          set told_until = greatest(access_feed.told_until, excluded.told_until), heard_at = excluded.heard_at
        )
        select (select count(*) from taken)::int as taken,
          array(select id::text from given, clock where at > now + ${CLOCKS_APART}) as early`);
      return { taken: row?.taken ?? 0, early: row?.early ?? [] };
    },
  };
}
