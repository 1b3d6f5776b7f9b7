import { hostname } from "node:os";
import { type Database, openDatabase } from "#db/client.server";
import { createAskedChecks } from "#db/queries/asked-checks";
import { createAskedRounds } from "#db/queries/asked-rounds";
import { createAuditProof } from "#db/queries/audit-proof";
import { createAuditSearch } from "#db/queries/audit-search";
import { createAuditStanding } from "#db/queries/audit-standing";
import { createConsentUpkeep } from "#db/queries/consent-projection-upkeep";
import { createDeliveryDesk } from "#db/queries/delivery-desk";
import { createDriftDesk } from "#db/queries/drift-desk";
import { createConsentWalk } from "#db/queries/drift-walk";
import { createEvidenceBook } from "#db/queries/evidence-book";
import { createJobStatusBook } from "#db/queries/job-status";
import { countDue } from "#db/queries/retention";
import { checkpointSignatures } from "#db/verification/checkpoint-signature";
import { verifyRecord } from "#db/verification/verify-record";
import { upstreamsHeard } from "~/adapters/http.server";
import type { Env } from "~/env.server";
import { runChecks } from "~/jobs/run-checks";
import type { Look } from "~/ports/asked-checks";
import type { AuthorityConsole } from "~/ports/authority-console";
import type { CustomerVault } from "~/ports/customer-vault";
import type { Signer } from "~/ports/signer";
import type { UpstreamsSeen } from "~/ports/upstream-health";
import { exportEvidence } from "~/use-cases/export-evidence";
import { openEvidence } from "~/use-cases/open-evidence";
import { searchEvidence, tellPseudonym } from "~/use-cases/search-evidence";
import { settleDifference, viewDifference } from "~/use-cases/settle-difference";
import { periodsOf } from "./jobs.server";
import type { Upstreams } from "./upstreams.server";

interface Needs {
  readonly tenant: string;
  readonly settings: Env;
  readonly signer: Signer;
}

const EXPORTED_AT_ONCE = 500;

/** What staff see of the record of evidence and of how things run, and can ask for. */
export function wireOperations(
  db: Database,
  {
    tenant,
    settings,
    signer,
    vault,
    upstreams,
  }: Needs & { readonly vault: CustomerVault; readonly upstreams: Upstreams },
) {
  const differences = {
    driftDesk: createDriftDesk(db, tenant),
    authorizationServer: upstreams.authorizationServer,
    upkeep: createConsentUpkeep(db, { tenant, vault }),
    walk: createConsentWalk(db, tenant),
  };
  const auditSearch = createAuditSearch(db, tenant);
  const evidenceBook = createEvidenceBook(db, tenant);
  return {
    searchEvidence: searchEvidence({ auditSearch, evidenceBook }),
    tellPseudonym: tellPseudonym({ auditSearch, evidenceBook }),
    auditEvent: auditSearch.event,
    openEvidence: openEvidence({ auditSearch, evidenceBook, vault }),
    exportEvidence: exportEvidence({
      tenant,
      auditSearch: createAuditSearch(db, tenant, EXPORTED_AT_ONCE),
      auditProof: createAuditProof(db, tenant),
      evidenceBook,
      signer,
    }),
    auditStanding: createAuditStanding(db, tenant),
    askedChecks: createAskedChecks(db, tenant),
    askedRounds: createAskedRounds(db, tenant),
    jobBook: createJobStatusBook(db),
    deliveryDesk: createDeliveryDesk(db, tenant),
    driftDesk: differences.driftDesk,
    viewDifference: viewDifference(differences),
    settleDifference: settleDifference(differences),
    authorityConsole: upstreams.authorizationServer satisfies AuthorityConsole,
    retentionPeriods: periodsOf(settings),
    upstreamsHeard: (): UpstreamsSeen => ({
      by: { host: hostname(), pid: process.pid, since: new Date(Date.now() - process.uptime() * 1_000) },
      upstreams: upstreamsHeard().map((health) => ({ ...health, name: nameOf(health.origin, settings) })),
    }),
  };
}

/** What an origin is to us; by the settings that name it. */
function nameOf(origin: string, settings: Env): string {
  const known: readonly (readonly [string, string | undefined])[] = [
    ["Authorization server", settings.AS_BASE_URL],
    ["Authorization server, tokens", settings.AS_TOKEN_URL],
    ["Authorization server, keys", settings.AS_JWKS_URL],
    ["Bank", settings.BANK_BASE_URL],
    ["Bank, factors", settings.BANK_FACTORS_URL],
    ["Bank, checks for fraud", settings.BANK_RISK_URL],
    ["Gateway, keys of its reports", settings.BANK_READS_JWKS_URL],
    ["Gateway", settings.RESOURCE_BASE_URL],
    ["Register of TPPs", settings.TPP_REGISTER_URL],
    ["Register of TPPs, keys", settings.TPP_REGISTER_JWKS_URL],
    ["Analytics", settings.ANALYTICS_URL],
    ["Log-in of customers", settings.BANK_LOGIN_METADATA_URL ?? settings.BANK_LOGIN_ISSUER],
    ["Log-in of staff", settings.STAFF_LOGIN_METADATA_URL ?? settings.STAFF_LOGIN_ISSUER],
  ];
  return (
    known.find(([, url]) => url !== undefined && new URL(url).origin === origin)?.[0] ?? "Not named in the settings"
  );
}

/** The long looks that staff ask for. Stop it with the other jobs. */
export function checksJob(db: Database, { tenant, settings, signer }: Needs) {
  return runChecks({
    checks: createAskedChecks(db, tenant),
    looks: {
      "verify-record": verifyRecord({
        db,
        databaseUrl: settings.DATABASE_URL,
        check: checkpointSignatures({ keys: signer.publicKeys.keys.map((key) => ({ ...key })) }),
      }),
      "count-due": countAllDue(settings),
    },
  });
}

/** Without a time limit: all of it is looked at, a step at a time. */
const countAllDue =
  (settings: Env): Look =>
  async ({ cameTo }) => {
    const { db, close } = openDatabase(settings.DATABASE_URL, 1, 0);
    return countDue(db, periodsOf(settings), cameTo).finally(close);
  };
