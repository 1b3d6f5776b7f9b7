import type { Database } from "#db/client.server";
import { createTppRegistrations } from "#db/queries/tpp-registrations";
import { createTppSuspensions } from "#db/queries/tpp-suspensions";
import { createSignedRegister } from "~/adapters/directory/signed-register.server";
import type { Env } from "~/env.server";
import type { Job } from "~/jobs/job";
import { liftSuspensions } from "~/jobs/lift-suspensions";
import { syncRegister as syncHourly } from "~/jobs/sync-register";
import { tellOfSuspensions } from "~/jobs/tell-of-suspensions";
import { holdBackSuspended } from "~/use-cases/hold-back-suspended";
import { runSuspension } from "~/use-cases/run-suspension";
import { type RegisterAlert, syncRegister } from "~/use-cases/sync-register";
import { raiseAlert } from "../alerts.server";
import { fileOf } from "./file-of.server";
import type { Upstreams } from "./upstreams.server";

/** The bank's TPPs, as its staff see them and hold them back. */
export const wireTpps = (db: Database, tenant: string) => ({
  tppSuspensions: createTppSuspensions(db, tenant),
  tppRegistrations: createTppRegistrations(db, tenant),
});

interface Needs {
  readonly upstreams: Upstreams;
  readonly settings: Env;
  readonly tenant: string;
}

/** What goes on with TPPs without a request, and how to let go of their register. */
export function tppJobs(db: Database, { upstreams: { authorizationServer }, settings, tenant }: Needs) {
  const register = registerOf(settings);
  const registrations = createTppRegistrations(db, tenant);
  const sync = syncRegister({ register, registrations, authorizationServer, alert: alarm, now: () => new Date() });
  const jobs: readonly Job[] = [
    liftSuspensions({ suspensions: createTppSuspensions(db, tenant) }),
    syncHourly(sync),
    tellOfSuspensions({ suspensions: createTppSuspensions(db, tenant) }),
  ];
  return { jobs, close: async () => register?.close() };
}

function registerOf(settings: Env) {
  const { TPP_REGISTER_URL: baseUrl, TPP_REGISTER_ISSUER: issuer, TPP_REGISTER_JWKS_URL: jwksUrl } = settings;
  if (baseUrl === undefined || issuer === undefined || jwksUrl === undefined) return undefined;
  return createSignedRegister({
    baseUrl,
    issuer,
    jwksUrl,
    tls: settings.TPP_REGISTER_CA === undefined ? {} : { ca: fileOf("TPP_REGISTER_CA") },
    timeoutMs: settings.UPSTREAM_TIMEOUT_MS,
    now: async () => new Date(),
  });
}

const ALARMS = {
  refused: "register-refused",
  barred: "tpp-barred",
  "role-taken": "tpp-role-taken",
  silent: "register-silent",
  "certificate-ends": "tpp-certificate-ends",
} as const;

const alarm = ({ is, ...why }: RegisterAlert) => raiseAlert(ALARMS[is], why);

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
