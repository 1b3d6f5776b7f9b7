import { readFileSync } from "node:fs";
import { openDatabase } from "#db/client.server";
import { createAuditChain } from "#db/queries/audit-chain";
import { createMakeAuditMonths } from "#db/queries/audit-months";
import { createAuthorityInbox } from "#db/queries/authority-inbox";
import { createClock } from "#db/queries/clock";
import { createConsentChanges } from "#db/queries/consent-change";
import { createConsentDesk } from "#db/queries/consent-desk";
import { createProjectionRebuild } from "#db/queries/consent-projection-rebuild";
import { createConsentUpkeep } from "#db/queries/consent-projection-upkeep";
import { createCustomerVault } from "#db/queries/customer-vault";
import { createConsentWalk } from "#db/queries/drift-walk";
import { createEventSubscriptions } from "#db/queries/event-subscriptions";
import { createExpireConsents } from "#db/queries/expire-consents";
import { createJobStatusBook } from "#db/queries/job-status";
import { createLoginRights } from "#db/queries/login-rights";
import { createTppEventQueue } from "#db/queries/poll-events";
import { createReceiptBook } from "#db/queries/receipt-book";
import { isMigrated } from "#db/queries/schema-version";
import { createEvidence } from "#db/queries/shown-page";
import { createAcpAuthorizationServer } from "~/adapters/authorization-server/acp.server";
import { createHttpBank } from "~/adapters/bank/http.server";
import { createJwtBankAccess } from "~/adapters/bank-access/jwt.server";
import { createCallbackGuard } from "~/adapters/callback/callback-guard.server";
import { createPdfkitWriter } from "~/adapters/pdf/pdfkit.server";
import { createJwsSigner } from "~/adapters/signing/jws-signer.server";
import type { Controller } from "~/domain/receipts/controller";
import { type Env, env } from "~/env.server";
import { enGB } from "~/i18n/en-GB";
import { enGBReceipt } from "~/i18n/en-GB-receipt";
import { auditMonths } from "~/jobs/audit-months";
import { expireConsents } from "~/jobs/expire-consents";
import type { Job } from "~/jobs/job";
import { reconcileAll, reconcileNewest } from "~/jobs/reconcile";
import { type RoundHeard, type RunningJobs, runJobs } from "~/jobs/run-jobs";
import { sealAudit } from "~/jobs/seal-audit";
import { settleChanges } from "~/jobs/settle-changes";
import { settleUnfinished } from "~/jobs/settle-unfinished";
import { takeAuthorityEvents } from "~/jobs/take-authority-events";
import { changeConsent } from "~/use-cases/change-consent";
import { checkReceipt } from "~/use-cases/check-receipt";
import { decideConsent } from "~/use-cases/decide-consent";
import { goOn } from "~/use-cases/go-on";
import { issueReceipt } from "~/use-cases/issue-receipt";
import { keepShown } from "~/use-cases/keep-shown";
import { openVisit } from "~/use-cases/open-visit";
import { pollEvents } from "~/use-cases/poll-events";
import { printReceipt } from "~/use-cases/print-receipt";
import { rebuildProjection } from "~/use-cases/rebuild-projection";
import { receiveAuthorityEvent } from "~/use-cases/receive-authority-event";
import { reconcileMissed } from "~/use-cases/reconcile-missed";
import { reconcilePage } from "~/use-cases/reconcile-page";
import { reconcileWalk } from "~/use-cases/reconcile-walk";
import { settleChange } from "~/use-cases/settle-change";
import { settleDecision } from "~/use-cases/settle-decision";
import { changeSubscription, subscribeToEvents } from "~/use-cases/subscribe-to-events";
import { takeAuthorityEvent } from "~/use-cases/take-authority-event";
import { viewConsentRequest } from "~/use-cases/view-consent-request";
import { composeReceipt } from "./compose-receipt";
import { log } from "./log.server";
import { wireOutbox } from "./outbox.server";
import { createSeal } from "./seal.server";

type FileSetting =
  | `${"AS" | "BANK"}_TLS_${"CERT" | "KEY" | "CA"}`
  | `${"CALLBACK" | "ANALYTICS"}_CA`
  | "SIGNING_KEYS_FILE";

/** @throws Error naming the setting, and not what is in the file. */
function fileOf(setting: FileSetting): string {
  try {
    return readFileSync(env()[setting] ?? "", "utf8");
  } catch {
    throw new Error(`${setting} names a file that cannot be read`);
  }
}

/** What the app depends on, wired by hand and once, at first use. */
function wire() {
  const settings = env();
  const authorizationServer = createAcpAuthorizationServer({
    baseUrl: settings.AS_BASE_URL,
    tls: { cert: fileOf("AS_TLS_CERT"), key: fileOf("AS_TLS_KEY"), ca: fileOf("AS_TLS_CA") },
    timeoutMs: settings.UPSTREAM_TIMEOUT_MS,
    tenant: settings.AS_TENANT,
    systemServer: settings.AS_SYSTEM_SERVER,
    workspace: settings.AS_WORKSPACE,
    tokenUrl: settings.AS_TOKEN_URL,
    clientId: settings.AS_CLIENT_ID,
    dialect: settings.AS_DIALECT,
    issuer: settings.AS_ISSUER,
    jwksUrl: settings.AS_JWKS_URL,
  });
  const bank = createHttpBank({
    baseUrl: settings.BANK_BASE_URL,
    tls: { cert: fileOf("BANK_TLS_CERT"), key: fileOf("BANK_TLS_KEY"), ca: fileOf("BANK_TLS_CA") },
    timeoutMs: settings.UPSTREAM_TIMEOUT_MS,
  });
  const signer = createJwsSigner(fileOf("SIGNING_KEYS_FILE"));
  const database = openDatabase(settings.DATABASE_URL);
  const bankAccess = createJwtBankAccess({
    tls: { cert: fileOf("AS_TLS_CERT"), key: fileOf("AS_TLS_KEY"), ca: fileOf("AS_TLS_CA") },
    timeoutMs: settings.UPSTREAM_TIMEOUT_MS,
    issuer: settings.AS_ISSUER,
    jwksUrl: settings.AS_JWKS_URL,
    now: createClock(database.db),
  });
  const subscriptions = createEventSubscriptions(database.db, { tenant: settings.AS_TENANT });
  const guard = createCallbackGuard({ allowedHosts: settings.CALLBACK_HOSTS_ALLOWED });
  const subscribing = { subscriptions, isAllowedAddress: guard.isAllowed };
  const outbox = wireOutbox({
    settings,
    db: database.db,
    bank,
    signer,
    guard,
    fileOf: (setting) => (settings[setting] === undefined ? undefined : fileOf(setting)),
  });
  const vault = createCustomerVault(database.db, createSeal("customer-key"));
  const desk = createConsentDesk(database.db, { tenant: settings.AS_TENANT, seal: createSeal("consent-desk"), vault });
  const needs = { authorizationServer, bank, desk };
  const changes = createConsentChanges(database.db, { tenant: settings.AS_TENANT, vault });
  const inbox = createAuthorityInbox(database.db);
  const upkeep = createConsentUpkeep(database.db, { tenant: settings.AS_TENANT, vault });
  const walk = createConsentWalk(database.db, settings.AS_TENANT);
  const reconcile = {
    walk,
    reconcilePage: reconcilePage({ authorizationServer, upkeep }),
    reconcileMissed: reconcileMissed({ authorizationServer, upkeep, walk }),
  };
  const settle = settleChange({ authorizationServer, changes });
  const view = viewConsentRequest(needs);
  return {
    readHandoff: (query: URLSearchParams) => authorizationServer.readHandoff(query),
    openVisit: openVisit(needs),
    viewConsentRequest: view,
    decideConsent: decideConsent({ desk, viewConsentRequest: view }),
    settleDecision: settleDecision(needs),
    goOn: goOn(needs),
    keepShown: keepShown({ desk }),
    decisionOf: desk.decisionOf,
    follow: desk.follow,
    changeConsent: changeConsent({ authorizationServer, changes, settleChange: settle }),
    changeOf: changes.find,
    /** With all the rights of the login in DATABASE_URL, which must be the owner's. */
    rebuildProjection: async () => {
      const owned = openDatabase(settings.DATABASE_URL, 1, 0, "login");
      const rebuild = createProjectionRebuild(owned.db, { tenant: settings.AS_TENANT, vault });
      return rebuildProjection({ authorizationServer, rebuild })().finally(owned.close);
    },
    receiveAuthorityEvent: receiveAuthorityEvent({ authorizationServer, inbox }),
    jobs: (): readonly Job[] => [
      settleUnfinished({ unfinished: desk.unfinished, settle: settleDecision(needs) }),
      settleChanges({ changes, settle }),
      sealAudit({
        chain: createAuditChain(database.db),
        signer,
        announce: (checkpoint) => log().info(checkpoint, "audit checkpoint"),
      }),
      auditMonths({ makeMonths: createMakeAuditMonths(database.db) }),
      takeAuthorityEvents({ inbox, take: takeAuthorityEvent({ authorizationServer, inbox, upkeep }) }),
      reconcileNewest(reconcile.reconcilePage),
      reconcileAll(reconcileWalk(reconcile)),
      expireConsents({ expire: createExpireConsents(database.db, settings.AS_TENANT) }),
      ...outbox.jobs,
    ],
    jobStatus: createJobStatusBook(database.db),
    loginRights: createLoginRights(database.db),
    bankAccess,
    subscriptionOf: subscriptions.of,
    subscribeToEvents: subscribeToEvents(subscribing),
    changeSubscription: changeSubscription(subscribing),
    unsubscribe: subscriptions.remove,
    pollEvents: pollEvents({ queue: createTppEventQueue(database.db) }),
    publicKeys: signer.publicKeys,
    issueReceipt: issueReceipt({
      receipts: createReceiptBook(database.db, vault),
      pageOf: createEvidence(database.db, vault).ofDecision,
      compose: composeReceipt(controllerOf(settings), enGB, enGBReceipt),
      signer,
    }),
    checkReceipt: checkReceipt({ signer }),
    printReceipt: printReceipt({ pdf: createPdfkitWriter(), signer }),
    isMigrated: () => isMigrated(database.db),
    close: async () => {
      await Promise.all([
        authorizationServer.close(),
        bank.close(),
        bankAccess.close(),
        outbox.close(),
        database.close(),
      ]);
    },
  };
}

const controllerOf = (settings: Env): Controller => ({
  name: settings.BANK_NAME,
  phone: settings.BANK_PHONE,
  address: settings.BANK_ADDRESS,
  privacyNotice: settings.BANK_PRIVACY_NOTICE,
  country: settings.BANK_COUNTRY,
  recordsKeptFor: settings.RECORDS_KEPT_FOR,
});

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
  const { jobs, jobStatus, loginRights } = services();
  // Nothing waits for the answer; while the database is away, /readyz says so.
  loginRights().then(warnOfRights, () => {});
  return runJobs(jobs(), { book: jobStatus, heard: [measure, logRound] });
}

function warnOfRights({ couldChangeEvidence }: { readonly couldChangeEvidence: boolean }): void {
  if (couldChangeEvidence) {
    log().warn(
      "the login of DATABASE_URL could change evidence; give the app one that is a member of assent_app alone",
    );
  }
}

const logRound: RoundHeard = (job, round) => {
  const tookMs = Math.round(round.tookMs);
  if (round.outcome === "failed") return log().error({ job, tookMs, err: round.failed }, "a round failed");
  const { counts, lagSeconds } = round.round;
  if (Object.values(counts).some((count) => count > 0))
    log().info({ job, tookMs, counts, lagSeconds }, "a round did work");
};

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
