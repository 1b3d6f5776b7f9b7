import { sql } from "drizzle-orm";
import type { AuthorityContact } from "~/ports/authority-contact";
import type { Database } from "../client.server";
import { createExecute } from "./execute";

/** The job that asks the authorization server most often, whichever process runs it. */
const ASKING = "reconcile-newest";

/** No round of it has gone well for so long: nobody asks, or nobody is answered. Several times as long as it pauses. */
const SILENCE = sql`interval '90 seconds'`;

/** What the job that asks the authorization server has left of its last rounds. No page waits for an answer of its own. */
export function createAuthorityContact(db: Database): AuthorityContact {
  const execute = createExecute(db);
  return {
    async lastHeard() {
      const [row] = await execute<{ at: string | null; away: boolean }>(sql`
        select extract(epoch from last_succeeded_at) * 1000 as at,
          (problem like 'AuthorityError%' and last_failed_at > coalesce(last_succeeded_at, '-infinity'))
            or coalesce(last_succeeded_at < clock_timestamp() - ${SILENCE}, false) as away
        from assent.job_status where name = ${ASKING}`);
      // Before the first round nothing is known, and nothing is said.
      if (!row) return { away: false };
      return { away: row.away === true, ...(row.at !== null && { at: new Date(Number(row.at)) }) };
    },
  };
}
