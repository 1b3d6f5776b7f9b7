import { bigint, integer, jsonb, text } from "drizzle-orm/pg-core";
import { assent, instant } from "./assent";

/** One row for each job, whoever ran it last. */
export const jobStatus = assent.table("job_status", {
  name: text().primaryKey(),
  lastStartedAt: instant("last_started_at").notNull(),
  lastSucceededAt: instant("last_succeeded_at"),
  lastFailedAt: instant("last_failed_at"),
  /** Why the last round failed: an error's name and code, never a value. Gone once one succeeded. */
  problem: text(),
  /** All that it ever did, by name. */
  counts: jsonb().notNull(),
  /** Age of the oldest thing that waits for this job, in seconds. */
  lagSeconds: integer("lag_seconds"),
  rounds: bigint({ mode: "number" }).notNull(),
  /** When somebody last asked for a round at once; answered by a round that began after it. */
  askedAt: instant("asked_at"),
});
