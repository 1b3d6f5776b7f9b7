import type { Database } from "#db/client.server";
import { createConsentCounts } from "#db/queries/consent-counts";
import { createJobStatusBook } from "#db/queries/job-status";
import { createTppFacts } from "#db/queries/tpp-facts";
import type { Env } from "~/env.server";
import { foldCounts, measureGauges, recountConsents } from "~/jobs/fold-counts";
import type { Job } from "~/jobs/job";

/** What the portal's home shows. */
export const wireCounts = (db: Database, settings: Env) => ({
  consentCounts: createConsentCounts(db, settings.AS_TENANT),
  jobStatus: createJobStatusBook(db),
  tppFacts: createTppFacts(db),
});

export function countJobs(db: Database, settings: Env): readonly Job[] {
  const counts = createConsentCounts(db, settings.AS_TENANT);
  return [foldCounts({ counts }), recountConsents({ counts }), measureGauges({ counts })];
}
