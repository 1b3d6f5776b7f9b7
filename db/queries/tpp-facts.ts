import { type SQL, sql } from "drizzle-orm";
import { asClientId } from "~/domain/shared/ids";
import type { AppFacts, RegisteredApp } from "~/domain/tpp/app-facts";
import type { TppFacts } from "~/ports/tpp-facts";
import type { Database } from "../client.server";
import { HAS_REGISTER } from "./app-denials";
import { clientsInTurn } from "./clients-in-turn";
import { createExecute } from "./execute";
import { ms } from "./registered-consent-row";

interface FactRow extends Record<string, unknown> {
  readonly client_id: string;
  readonly facts: Omit<RegisteredApp, "clientId">;
  /** Milliseconds since 1970. */
  readonly at: string;
}

/** D-20: once a day. */
const DAILY = sql.raw("interval '1 day'");
/** For so long nobody else is given what was claimed. */
const CLAIMED = sql.raw("interval '10 minutes'");
const LIVE = sql.raw("('partially-authorised', 'authorised', 'suspended')");

const listOf = (ids: readonly string[]): SQL => sql`${sql.param(ids)}::text[]`;

const HALVES = /\p{Cs}/gu;

/** The database takes no NUL and no half of a character (jsonb); one firm's text must not keep out the others'. */
const storable = (facts: Omit<RegisteredApp, "clientId">): string =>
  JSON.stringify(facts, (_, value: unknown) =>
    typeof value === "string" ? value.replaceAll("\u0000", "").replace(HALVES, "") : value,
  );

/** What registrations said of apps, in PostgreSQL. */
export function createTppFacts(db: Database): TppFacts {
  const execute = createExecute(db);
  return {
    async of(ids) {
      if (ids.length === 0) return new Map();
      const rows = await execute<FactRow>(sql`
        select client_id, ${ms(sql`refreshed_at`)} as at,
          -- Its register bars it, whatever the authorization server has not heard of yet.
          case when registration.standing = 'barred' and ${HAS_REGISTER} then facts || '{"standing": "barred"}' else facts end as facts
        from assent.tpp_fact left join assent.tpp_registration as registration using (client_id)
        where client_id = any(${listOf(ids)}) and facts is not null`);
      return new Map(
        rows.map(({ client_id, facts, at }): [ReturnType<typeof asClientId>, AppFacts] => [
          asClientId(client_id),
          { ...facts, name: facts.name, at: new Date(Number(at)), isFresh: true },
        ]),
      );
    },

    async claim(limit) {
      const rows = await execute<{ client_id: string }>(sql`
        with recursive ${clientsInTurn}, due as (
          select client.client_id from client left join assent.tpp_fact as fact using (client_id)
          where client.client_id is not null and (fact.due_at is null or fact.due_at <= clock_timestamp())
            and exists (
              select from assent.consent_projection as consent
              where consent.client_id = client.client_id and consent.status in ${LIVE})
          order by client.client_id limit ${limit}
        )
        insert into assent.tpp_fact as fact (client_id, due_at)
        select client_id, clock_timestamp() + ${CLAIMED} from due order by client_id
        on conflict (client_id) do update set due_at = excluded.due_at where fact.due_at <= clock_timestamp()
        returning client_id`);
      return rows.map(({ client_id }) => asClientId(client_id));
    },

    async keep(claimed, registered) {
      const known = new Map(registered.map(({ clientId, ...facts }) => [clientId, facts]));
      const facts = claimed.map((id) => {
        const told = known.get(id);
        return told === undefined ? null : storable(told);
      });
      await execute(sql`
        update assent.tpp_fact as fact set due_at = clock_timestamp() + ${DAILY},
          facts = coalesce(told.facts::jsonb, fact.facts),
          refreshed_at = case when told.facts is null then fact.refreshed_at else clock_timestamp() end
        from unnest(${listOf(claimed)}, ${sql.param(facts)}::text[]) as told (client_id, facts)
        where fact.client_id = told.client_id`);
    },
  };
}
