import { type SQL, sql } from "drizzle-orm";
import { type DayCount, GAUGE_LIMIT, type StatusCounts } from "~/domain/counts/what-happened";
import { BANK_TIME_ZONE } from "~/domain/shared/bank-day";
import { asClientId } from "~/domain/shared/ids";
import { CLIENTS_LISTED, type ConsentCounts, type CountsRead, type GaugeName } from "~/ports/consent-counts";
import type { Database } from "../client.server";
import { folded } from "./count-fold";
import { recounted } from "./count-recount";
import { createExecute } from "./execute";

interface ReadRow extends Record<string, unknown> {
  readonly statuses: StatusCounts | null;
  readonly days: readonly DayCount[] | null;
  readonly gauges: CountsRead["gauges"] | null;
  readonly clients: readonly string[] | null;
  readonly today: string;
  readonly age: number | null;
}

/** Counters in PostgreSQL, of one tenant. */
export function createConsentCounts(db: Database, tenant: string): ConsentCounts {
  const execute = createExecute(db);
  return {
    async read({ client = "*", kind = "*", days }) {
      const key = sql`tenant = ${tenant} and client_id = ${client} and kind = ${kind}`;
      const [row] = await execute<ReadRow>(sql`
        with today as (select (clock_timestamp() at time zone ${BANK_TIME_ZONE})::date as today)
        select today::text,
          (select jsonb_object_agg(status, count) from assent.consent_count where ${key} and count > 0) as statuses,
          (select jsonb_agg(jsonb_build_object('day', day, 'what', what, 'count', count))
            from assent.consent_day_count where ${key} and day > today - ${days}::int) as days,
          (select jsonb_object_agg(name, value) from assent.gauge) as gauges,
          (select jsonb_agg(client_id) from (
            select client_id from assent.consent_count
            where tenant = ${tenant} and client_id <> '*' and kind = '*'
            group by client_id order by sum(count) filter (where status = 'authorised') desc nulls last, client_id
            limit ${CLIENTS_LISTED}) as listed) as clients,
          (select extract(epoch from clock_timestamp() - folded_at)::float8
            from assent.count_fold where tenant = ${tenant}) as age
        from today`);
      if (!row) throw new Error("the database has no day");
      const { statuses, days: found, gauges, clients, today, age } = row;
      return {
        statuses: statuses ?? {},
        days: found ?? [],
        gauges: gauges ?? {},
        clients: (clients ?? []).map(asClientId),
        today,
        ageSeconds: age ?? undefined,
      };
    },
    fold: () => db.transaction((transaction) => folded(createExecute(transaction), tenant)),
    recount: () =>
      db.transaction((transaction) => recounted(transaction, tenant), { isolationLevel: "repeatable read" }),
    async recountedAgo() {
      const [row] = await execute<{ ago: number | null }>(sql`
        select extract(epoch from clock_timestamp() - recounted_at)::float8 as ago
        from assent.count_fold where tenant = ${tenant}`);
      return row?.ago ?? undefined;
    },
    async gauge() {
      const all = Object.entries(MEASURED).map(
        ([name, from]) => sql`
          select ${name}::text as name, count(*)::int as value from (select ${from} limit ${GAUGE_LIMIT}) as found`,
      );
      await execute(sql`
        insert into assent.gauge (name, value, at)
        select name, value, clock_timestamp() from (${sql.join(all, sql` union all `)}) as measured
        on conflict (name) do update set value = excluded.value, at = excluded.at`);
    },
  };
}

/** Each from an index that holds nothing else. */
const MEASURED: Readonly<Record<GaugeName, SQL>> = {
  "held-by-bank": sql`from assent.consent_projection where status = 'suspended' and suspended_by <> 'customer'`,
  "open-cases": sql`from assent.customer_case where state = 'open'`,
  "open-drift": sql`from assent.drift_finding where repaired_at is null`,
  "dead-deliveries": sql`from assent.outbox_delivery where state = 'parked'`,
};
