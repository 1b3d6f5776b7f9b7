import type { Database } from "#db/client.server";
import { createTppSuspensions } from "#db/queries/tpp-suspensions";
import type { Job } from "~/jobs/job";
import { liftSuspensions } from "~/jobs/lift-suspensions";
import { holdBackSuspended } from "~/use-cases/hold-back-suspended";
import { runSuspension } from "~/use-cases/run-suspension";
import type { Upstreams } from "./upstreams.server";

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

/** The bank's systems, with what the bank holds back: no page asks for an app that is suspended. */
export const withHeldBack = (db: Database, tenant: string, upstreams: Upstreams): Upstreams => ({
  ...upstreams,
  authorizationServer: holdBackSuspended({
    authorizationServer: upstreams.authorizationServer,
    suspensions: createTppSuspensions(db, tenant),
  }),
});
