import { sql } from "drizzle-orm";
import type { JobStatus, JobStatusBook } from "~/ports/job-status";
import type { Database } from "../client.server";
import { IS_ASKED } from "./asked-rounds";
import { createExecute } from "./execute";

interface StatusRow extends Record<string, unknown> {
  readonly name: string;
  readonly last_run_ago: number;
  readonly last_success_ago: number | null;
  readonly lag_seconds: number | null;
  readonly rounds: string;
  readonly counts: Record<string, number>;
  readonly problem: string | null;
  readonly asked_ago: number | null;
}

/** The status of jobs in PostgreSQL, by its clock. Two processes that run the same job add up. */
export function createJobStatusBook(db: Database): JobStatusBook {
  const execute = createExecute(db);
  return {
    async write(job, { outcome, rounds, tookMs, counts, lagSeconds, problem = null }) {
      const lag = lagSeconds === undefined ? null : Math.round(lagSeconds);
      const succeeded = sql`case when ${outcome} = 'succeeded' then clock_timestamp() end`;
      const failed = sql`case when ${outcome} = 'failed' then clock_timestamp() end`;
      await execute(sql`
        insert into assent.job_status as status (name, last_started_at, last_succeeded_at, last_failed_at, problem,
          counts, lag_seconds, rounds)
        values (${job}, clock_timestamp() - ${tookMs}::float8 * interval '1 millisecond', ${succeeded}, ${failed},
          ${problem}, ${JSON.stringify(counts)}::jsonb, ${lag}, ${rounds})
        on conflict (name) do update set
          last_started_at = excluded.last_started_at,
          last_succeeded_at = coalesce(excluded.last_succeeded_at, status.last_succeeded_at),
          last_failed_at = coalesce(excluded.last_failed_at, status.last_failed_at),
          problem = excluded.problem,
          counts = (
            select coalesce(jsonb_object_agg(what, total), '{}'::jsonb) from (
              select key as what, sum(value::bigint) as total
              from (select * from jsonb_each_text(status.counts) union all select * from jsonb_each_text(excluded.counts))
                as each (key, value)
              group by key
            ) as totals),
          -- A round that failed does not know; what waited goes on waiting.
          lag_seconds = case when ${outcome} = 'succeeded' then excluded.lag_seconds else status.lag_seconds end,
          rounds = status.rounds + excluded.rounds`);
    },

    async all() {
      const rows = await execute<StatusRow>(sql`
        select name, ${ago(sql`last_started_at`)} as last_run_ago, ${ago(sql`last_succeeded_at`)} as last_success_ago,
          lag_seconds, rounds, counts, problem, case when ${IS_ASKED} then ${ago(sql`asked_at`)} end as asked_ago
        from assent.job_status order by name`);
      return rows.map(
        (row): JobStatus => ({
          name: row.name,
          lastRunAgo: row.last_run_ago,
          lastSuccessAgo: row.last_success_ago ?? undefined,
          lagSeconds: row.lag_seconds ?? undefined,
          rounds: Number(row.rounds),
          counts: row.counts,
          problem: row.problem ?? undefined,
          ...(row.asked_ago !== null && { askedAgo: row.asked_ago }),
        }),
      );
    },
  };
}

/** Whole seconds since. */
const ago = (instant: ReturnType<typeof sql>) => sql`extract(epoch from clock_timestamp() - ${instant})::int`;
