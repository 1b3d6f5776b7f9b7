import { sql } from "drizzle-orm";
import type { AskedRounds } from "~/ports/asked-rounds";
import type { Database } from "../client.server";
import { audited } from "./audit-event";
import { createExecute } from "./execute";
import { byStaff } from "./staff-desk";

/** A round that began before it was asked for may have looked before there was what somebody wants it to see. */
export const IS_ASKED = sql`asked_at > last_started_at`;

/** Beside what each job last did: the round that answers is the next one that is written there. */
export function createAskedRounds(db: Database, tenant: string): AskedRounds {
  const execute = createExecute(db);
  return {
    async ask(job, by, correlationId) {
      const event = { type: "job-asked", detail: { job } } as const;
      const asked = await execute(sql`
        with asked as (
          update assent.job_status set asked_at = clock_timestamp() where name = ${job} returning name
        ), ${audited({ tenant, correlationId }, byStaff(by), event, sql`asked`)}
        select name from asked`);
      return asked.length === 1;
    },
    async asked() {
      const rows = await execute<{ name: string }>(sql`select name from assent.job_status where ${IS_ASKED}`);
      return rows.map(({ name }) => name);
    },
  };
}
