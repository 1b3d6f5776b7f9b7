import { type Database, openDatabase } from "#db/client.server";
import { createApprovals } from "#db/queries/approvals";
import { createConsentExports } from "#db/queries/consent-exports";
import { createConsentSearch } from "#db/queries/consent-search";
import { createCustomerDirectory } from "#db/queries/customer-directory";
import { createStaffLists } from "#db/queries/staff-lists";
import type { AccountId } from "~/domain/shared/ids";
import type { Env } from "~/env.server";
import { forgetExports } from "~/jobs/forget-exports";
import type { Job } from "~/jobs/job";
import { learnNames as learnNamesJob } from "~/jobs/learn-names";
import type { ActRunner } from "~/ports/approvals";
import type { CallContext } from "~/ports/authorization-server";
import type { BankSearch } from "~/ports/bank-search";
import type { ConsentSearch } from "~/ports/consent-search";
import { exportConsents } from "~/use-cases/export-consents";
import { learnNames } from "~/use-cases/learn-names";
import { readSearchBox } from "~/use-cases/read-search-box";
import { searchConsents } from "~/use-cases/search-consents";
import { log } from "../log.server";

interface Upstream {
  readonly bankSearch: BankSearch;
}

/** Lines to the database for searches alone: however widely staff look, no customer waits for one. */
const SEARCH_CONNECTIONS = 4;

const wireExports = (db: Database, { AS_TENANT: tenant }: Env, search: ConsentSearch) =>
  exportConsents({ search, exports: createConsentExports(db, tenant), approvals: createApprovals(db, tenant) });

/** What staff need to find consents, and to take lists of them away. */
export function wireSearch(db: Database, settings: Env, { bankSearch: bank }: Upstream) {
  const own = openDatabase(settings.DATABASE_URL, SEARCH_CONNECTIONS);
  const search = createConsentSearch(own.db, settings.AS_TENANT);
  return {
    searchConsents: searchConsents({ search }),
    readSearchBox: readSearchBox({ search, bank }),
    /** The last digits of an account's number; the list can do without. */
    async endOfAccount(account: AccountId, context: CallContext): Promise<string | undefined> {
      try {
        return (await bank.accountOf(account, context))?.ends;
      } catch (err) {
        log().warn({ err }, "the bank did not say how an account is numbered");
        return undefined;
      }
    },
    exportConsents: wireExports(db, settings, search),
    consentExports: createConsentExports(db, settings.AS_TENANT),
    staffLists: createStaffLists(db),
    closeSearch: own.close,
  };
}

export const searchJobs = (db: Database, settings: Env, { bankSearch: bank }: Upstream): readonly Job[] => [
  forgetExports({ exports: createConsentExports(db, settings.AS_TENANT) }),
  learnNamesJob(learnNames({ directory: createCustomerDirectory(db), bank })),
];

/** What runs when somebody agreed that a list may be taken away. */
export const searchActs = (db: Database, settings: Env): ActRunner => ({
  "export-consents": wireExports(db, settings, createConsentSearch(db, settings.AS_TENANT)).makeReady,
});
