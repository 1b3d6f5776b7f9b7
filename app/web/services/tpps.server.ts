import type { Database } from "#db/client.server";
import { createTppSuspensions } from "#db/queries/tpp-suspensions";
import type { Job } from "~/jobs/job";
import { liftSuspensions } from "~/jobs/lift-suspensions";
import { runSuspension } from "~/use-cases/run-suspension";

/** The bank's TPPs, as its staff see them and hold them back. */
export const wireTpps = (db: Database, tenant: string) => ({
  tppSuspensions: createTppSuspensions(db, tenant),
});

export const tppJobs = (db: Database, tenant: string): readonly Job[] => [
  liftSuspensions({ suspensions: createTppSuspensions(db, tenant) }),
];

/** What is done of a TPP once two people agreed on it. */
export const tppActs = (db: Database, tenant: string) =>
  runSuspension({ suspensions: createTppSuspensions(db, tenant) });
