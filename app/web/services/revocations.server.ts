import { v4 as uuidv4 } from "uuid";
import type { Database } from "#db/client.server";
import { createApprovals } from "#db/queries/approvals";
import { createRevocationRuns } from "#db/queries/bulk-revocation-runs";
import { createBulkRevocations } from "#db/queries/bulk-revocations";
import { createConsentSearch } from "#db/queries/consent-search";
import type { Env } from "~/env.server";
import { bulkRevoke } from "~/jobs/bulk-revoke";
import type { Job } from "~/jobs/job";
import { prepareRevocations } from "~/jobs/prepare-revocations";
import type { ActRunner } from "~/ports/approvals";
import type { AuthorizationServer } from "~/ports/authorization-server";
import type { CustomerVault } from "~/ports/customer-vault";
import type { Signer } from "~/ports/signer";
import { askRevocation } from "~/use-cases/ask-revocation";
import { certifyRevocation } from "~/use-cases/certify-revocation";
import { prepareRevocation } from "~/use-cases/prepare-revocation";
import { runRevocation } from "~/use-cases/run-revocation";
import { startRevocation } from "~/use-cases/start-revocation";

interface Needs {
  readonly tenant: string;
  readonly vault: CustomerVault;
  readonly authorizationServer: AuthorizationServer;
  readonly signer: Pick<Signer, "sign">;
  readonly settings: Pick<Env, "BULK_REVOKE_MOST" | "PUBLIC_ORIGIN">;
}

/** Many consents that staff end at once. */
export function wireRevocations(db: Database, { tenant, vault, signer, settings }: Needs) {
  const revocations = createBulkRevocations(db, { tenant, vault });
  const approvals = createApprovals(db, tenant);
  const needs = { revocations, approvals };
  return {
    revocations,
    prepareRevocation: prepareRevocation({
      revocations,
      search: createConsentSearch(db, tenant),
      most: settings.BULK_REVOKE_MOST,
    }),
    askRevocation: askRevocation(needs),
    certifyRevocation: certifyRevocation({ ...needs, signer, issuer: settings.PUBLIC_ORIGIN }),
  };
}

/** What begins them once two people agreed. */
export const revocationActs = (db: Database, { tenant, vault }: Needs): ActRunner => ({
  "revoke-consents": startRevocation({ revocations: createBulkRevocations(db, { tenant, vault }) }),
});

export function revocationJobs(db: Database, { tenant, vault, authorizationServer, settings }: Needs): readonly Job[] {
  const runs = createRevocationRuns(db, tenant);
  return [
    bulkRevoke({ runs, run: runRevocation({ runs, authorizationServer }), newRunner: uuidv4 }),
    prepareRevocations({
      revocations: createBulkRevocations(db, { tenant, vault }),
      most: settings.BULK_REVOKE_MOST,
    }),
  ];
}
