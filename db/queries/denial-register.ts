import { sql } from "drizzle-orm";
import {
  CONFIRMED_FOR_SECONDS,
  type Denial,
  type DenialEffect,
  MOST_APP_DENIALS,
  MOST_DENIALS,
} from "~/domain/consent/deny-list";
import type { ConsentId } from "~/domain/shared/ids";
import type { DenialRegister } from "~/ports/denial-register";
import type { Database } from "../client.server";
import { type AppDenialRow, appDenialOf, appDenials } from "./app-denials";
import { createExecute } from "./execute";

interface DenialRow {
  readonly consent_id: ConsentId;
  readonly effect: DenialEffect;
  readonly account_id: string | null;
  /** Milliseconds since 1970. */
  readonly since: number;
  readonly confirmed: boolean;
}

/**
 * The statement by which the list is read. `now()` and not `clock_timestamp()`: only what does not move while it runs is
 * looked up in an index.
 */
export const denialsStatement = sql`
  with unconfirmed as (
    select consent_id, move, account_id, intended_at as since, false as confirmed from assent.consent_change
    where state = 'intended' and move <> 'resume'
    order by intended_at desc limit ${MOST_DENIALS.unconfirmed + 1}
  ), confirmed as (
    select consent_id, move, account_id, ended_at as since from assent.consent_change
    where state = 'settled' and ended_at > now() - ${CONFIRMED_FOR_SECONDS} * interval '1 second' and move <> 'resume'
    union all
    -- Whoever did it: the authorization server told us, and may be gone before it can tell the gateway.
    select consent_id, case status when 'suspended' then 'suspend' else 'stop' end, null, changed_at
    from assent.consent_projection
    where status in ('suspended', 'revoked', 'terminated')
      and changed_at > now() - ${CONFIRMED_FOR_SECONDS} * interval '1 second'
  ), denial as (
    select * from unconfirmed
    union all
    select * from (
      -- A stop of ours is both a change and a picture that has moved.
      select consent_id, move, account_id, min(since) as since, true from confirmed
      group by consent_id, move, account_id order by since desc limit ${MOST_DENIALS.confirmed + 1}
    ) as once
  ), written as (
    select consent_id, account_id, confirmed, extract(epoch from since)::float8 * 1000 as since,
      case move when 'suspend' then 'suspended' when 'remove-account' then 'account-removed' else 'ended' end as effect
    from denial
  )
  select (extract(epoch from now()) * 1000000)::bigint as at, coalesce(json_agg(written), '[]') as denials,
    (select coalesce(json_agg(app), '[]') from (${appDenials(undefined, MOST_APP_DENIALS + 1)}) as app) as apps
  from written`;

/** The list in PostgreSQL. What it costs goes by what changed in the last minutes, and not by how much is on record. */
export function createDenialRegister(db: Database): DenialRegister {
  const execute = createExecute(db);
  return {
    async read() {
      const [row] = await execute<{ at: string; denials: readonly DenialRow[]; apps: readonly AppDenialRow[] }>(
        denialsStatement,
      );
      if (!row) throw new Error("an aggregate without a row");
      const told = [
        ...row.denials.filter(({ confirmed }) => !confirmed).slice(0, MOST_DENIALS.unconfirmed),
        ...row.denials.filter(({ confirmed }) => confirmed).slice(0, MOST_DENIALS.confirmed),
      ];
      const apps = row.apps.slice(0, MOST_APP_DENIALS).map(appDenialOf);
      const complete = told.length === row.denials.length && apps.length === row.apps.length;
      return { at: Number(row.at), denials: told.map(readDenial), apps, complete };
    },
  };
}

const readDenial = ({ consent_id, effect, account_id, since, confirmed }: DenialRow): Denial => ({
  consentId: consent_id,
  effect,
  ...(account_id !== null && { accountId: account_id }),
  since: new Date(since),
  confirmed,
});
