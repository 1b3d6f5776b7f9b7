import { type Database, openDatabase } from "#db/client.server";
import { createConsentSearch } from "#db/queries/consent-search";
import { createCustomerDirectory } from "#db/queries/customer-directory";
import { createStaffLists } from "#db/queries/staff-lists";
import type { Env } from "~/env.server";
import type { Job } from "~/jobs/job";
import { learnNames as learnNamesJob } from "~/jobs/learn-names";
import type { BankSearch } from "~/ports/bank-search";
import { learnNames } from "~/use-cases/learn-names";
import { searchConsents } from "~/use-cases/search-consents";

/** Lines to the database for searches alone: however widely staff look, no customer waits for one. */
const SEARCH_CONNECTIONS = 4;

/** What staff need to find consents. */
export function wireSearch(db: Database, settings: Env) {
  const own = openDatabase(settings.DATABASE_URL, SEARCH_CONNECTIONS);
  const search = createConsentSearch(own.db, settings.AS_TENANT);
  return {
    searchConsents: searchConsents({ search }),
    staffLists: createStaffLists(db),
    closeSearch: own.close,
  };
}

export const searchJobs = (db: Database, { bankSearch: bank }: { readonly bankSearch: BankSearch }): readonly Job[] => [
  learnNamesJob(learnNames({ directory: createCustomerDirectory(db), bank })),
];
