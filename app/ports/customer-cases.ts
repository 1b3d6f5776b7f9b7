import type { CaseAlert, CustomerCase } from "~/domain/cases/customer-case";
import type { VisitId } from "~/domain/shared/ids";

/**
 * What customers told the bank. A case is opened by the desk, in the statement that records the answer it came with.
 *
 * @throws DeskUnavailable from every method, when the record cannot be reached in time.
 */
export interface CustomerCases {
  /** A visit has one case at most. */
  ofVisit(visit: VisitId): Promise<CustomerCase | undefined>;
  /** Takes cases that nobody was told of yet, for half a minute: whoever is killed meanwhile leaves them to the next. */
  claimUnannounced(limit: number): Promise<readonly CaseAlert[]>;
  announced(cases: readonly CaseAlert[]): Promise<void>;
}
