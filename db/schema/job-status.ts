import { bigint, integer, jsonb, text } from "drizzle-orm/pg-core";
import { assent, instant } from "./assent";

/** One row for each job, whoever ran it last. */
export const jobStatus = assent.table("job_status", {
  name: text().primaryKey(),
  lastStartedAt: instant("last_started_at"),
  lastSucceededAt: instant("last_succeeded_at"),
  lastFailedAt: instant("last_failed_at"),
  /** An error's name and code; never a value of ours. */
  lastProblem: text("last_problem"),
  /** What the last round did, by name. */
  lastCounts: jsonb("last_counts"),
  /** Age of the oldest thing that waits for this job, in seconds. */
  lagSeconds: integer("lag_seconds"),
  rounds: bigint({ mode: "number" }).notNull().default(0),
});
