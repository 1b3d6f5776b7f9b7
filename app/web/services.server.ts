import { type Database, openDatabase } from "#db/client.server";
import { createAskedRounds } from "#db/queries/asked-rounds";
import { createClock } from "#db/queries/clock";
import { createCustomerVault } from "#db/queries/customer-vault";
import { createJobStatusBook } from "#db/queries/job-status";
import { createLoginRights } from "#db/queries/login-rights";
import { isMigrated } from "#db/queries/schema-version";
import { type Env, env } from "~/env.server";
import { type RoundHeard, type RunningJobs, runJobs } from "~/jobs/run-jobs";
import { logOutWays } from "~/use-cases/log-out";
import { createSeal } from "./seal.server";
import { approvalJobs, wireApprovals } from "./services/approvals.server";
import { countJobs, wireCounts } from "./services/counts.server";
import { customerJobs, wireCustomers } from "./services/customers.server";
import { decisionJobs, wireDecisions } from "./services/decisions.server";
import { wireEnforcement } from "./services/enforcement.server";
import { fileOf } from "./services/file-of.server";
import {
  auditJobs,
  dueToGo,
  keyJobs,
  logRound,
  sealedUnder,
  sweepJobs,
  warnOfDatabase,
  warnOfMissingKeys,
  warnOfRights,
} from "./services/jobs.server";
import { checksJob, wireOperations } from "./services/operations.server";
import { wireOutbox } from "./services/outbox.server";
import { wireOwnConsents } from "./services/own-consents.server";
import { pictureJobs, wirePicture } from "./services/picture.server";
import { wireReads } from "./services/reads.server";
import { wireReceipts } from "./services/receipts.server";
import { revocationActs, revocationJobs, wireRevocations } from "./services/revocations.server";
import { searchActs, searchJobs, wireSearch } from "./services/search.server";
import { wireSecondDevice } from "./services/second-device.server";
import { wireShelf } from "./services/shelf.server";
import { signatureJobs, wireSignatures } from "./services/signatures.server";
import { staffJobs, wireStaff } from "./services/staff.server";
import { staffConsentJobs, wireStaffConsents } from "./services/staff-consents.server";
import { wireTppEvents } from "./services/tpp-events.server";
import { tppActs, tppJobs, wireTpps, withHeldBack } from "./services/tpps.server";
import { wireUpstreams } from "./services/upstreams.server";

/** What the app depends on, wired by hand and once, at first use. */
function wire() {
  const settings = env();
  const { db, close } = openDatabase(settings.DATABASE_URL);
  const now = createClock(db);
  const upstreams = wireUpstreams(settings, now);
  const { closeReports, ...reads } = wireReads(db, settings, upstreams.bank);
  const { closeLogIn, ...customers } = wireCustomers(db, settings, now);
  const { closeStaffLogIn, ...staff } = wireStaff(db, settings, now);
  const needs = needsOf(settings, db, upstreams);
  const secondDevice = wireSecondDevice(db, needs);
  const { closeSearch, ...search } = wireSearch(db, settings, upstreams);
  return {
    ...wireDecisions(db, needs),
    ...wirePicture(db, needs),
    ...wireOwnConsents(db, needs),
    ...wireReceipts(db, needs),
    ...wireTppEvents(db, needs),
    ...wireEnforcement(db, needs),
    ...customers,
    ...staff,
    ...wireApprovals(db, settings.AS_TENANT),
    ...wireTpps(db, settings.AS_TENANT),
    ...wireRevocations(db, needs),
    ...wireCounts(db, settings),
    ...reads,
    ...wireSignatures(db, needs),
    ...wireShelf(db, needs),
    ...wireOperations(db, needs),
    ...wireStaffConsents(db, needs),
    ...search,
    ...secondDevice,
    logOut: logOutWays({ sessions: customers.customerSessions, devices: secondDevice.secondDevices }),
    publicKeys: upstreams.signer.publicKeys,
    isMigrated: () => isMigrated(db),
    loginRights: createLoginRights(db),
    dueToGo: () => dueToGo(settings),
    sealedUnder: () => sealedUnder(db),
    runJobs: (measure: RoundHeard) => runEveryJob(settings, upstreams, measure),
    close: async () => {
      await Promise.all([upstreams.close(), closeLogIn(), closeStaffLogIn(), closeReports(), closeSearch(), close()]);
    },
  };
}

function needsOf(settings: Env, db: Database, given: ReturnType<typeof wireUpstreams>) {
  const upstreams = withHeldBack(db, settings.AS_TENANT, given);
  return {
    ...upstreams,
    upstreams,
    settings,
    tenant: settings.AS_TENANT,
    vault: createCustomerVault(db, createSeal("customer-key")),
  };
}

/**
 * Lines to the database for the jobs alone: however much they have to do, no customer waits for one. Some jobs hold one
 * while they ask on another, so that there must be more than twice as many lines as such jobs.
 */
const JOB_CONNECTIONS = 8;

function runEveryJob(settings: Env, upstreams: ReturnType<typeof wireUpstreams>, measure: RoundHeard): RunningJobs {
  const { db, close } = openDatabase(settings.DATABASE_URL, JOB_CONNECTIONS);
  const needs = needsOf(settings, db, upstreams);
  const outbox = wireOutbox({
    ...needs,
    db,
    fileOf: (setting) => (settings[setting] === undefined ? undefined : fileOf(setting)),
  });
  const checks = checksJob(db, needs);
  const tpps = tppJobs(db, needs);
  const jobs = [
    checks,
    ...decisionJobs(db, needs),
    ...auditJobs(db, needs.signer),
    ...pictureJobs(db, needs),
    ...outbox.jobs,
    ...sweepJobs(db, settings),
    ...keyJobs(db),
    ...customerJobs(db),
    ...countJobs(db, settings),
    ...staffJobs(db, settings.AS_TENANT),
    ...staffConsentJobs(db, needs),
    ...searchJobs(db, settings, upstreams),
    // Whoever adds an act that needs a second person brings here what runs it.
    ...approvalJobs(db, settings.AS_TENANT, {
      ...searchActs(db, settings),
      ...tppActs(db, settings.AS_TENANT),
      ...revocationActs(db, needs),
    }),
    ...revocationJobs(db, needs),
    ...tpps.jobs,
    ...signatureJobs(db, needs),
  ];
  const running = runJobs(jobs, {
    book: createJobStatusBook(db),
    askedRounds: createAskedRounds(db, settings.AS_TENANT),
    heard: [measure, logRound],
  });
  return {
    stop: async (deadlineMs) => {
      const inTime = await running.stop(deadlineMs);
      await checks.stop();
      await Promise.all([outbox.close(), tpps.close(), close()]);
      return inTime;
    },
  };
}

export type Services = ReturnType<typeof wire>;

let wired: Services | undefined;

export function services(): Services {
  wired ??= wire();
  return wired;
}

/**
 * What goes on without a request. Stop it before the services.
 *
 * @param measure is told of every round.
 */
export function startJobs(measure: RoundHeard): RunningJobs {
  const { loginRights, sealedUnder, runJobs } = services();
  // Nothing waits for the answers; while the database is away, /readyz says so.
  loginRights().then(warnOfRights, warnOfDatabase);
  sealedUnder().then(warnOfMissingKeys, () => {});
  return runJobs(measure);
}

export interface Readiness {
  readonly ready: boolean;
  /** Names of what is missing, for operators; nothing about why. */
  readonly notReady: readonly string[];
}

/**
 * Without its own database the app can keep no decision and takes no traffic. The authorization server and the bank are
 * not asked: their outage has a page of its own, and all replicas leaving at once would be worse than that page.
 */
export async function readiness(): Promise<Readiness> {
  const migrated = await services()
    .isMigrated()
    .catch(() => false);
  return migrated ? { ready: true, notReady: [] } : { ready: false, notReady: ["database"] };
}

export async function closeServices(): Promise<void> {
  await wired?.close();
  wired = undefined;
}
