import type { CaseAlert, CustomerCase } from "~/domain/cases/customer-case";
import type { ConsentKind } from "~/domain/consent-kinds/index";
import type { ClientId, ConsentId, CustomerId, VisitId } from "~/domain/shared/ids";

/**
 * What customers told the bank. A case is opened in the statement that records what came with it: an answer, or a stop.
 *
 * @throws DeskUnavailable from every method, when the record cannot be reached in time.
 */
export interface CustomerCases {
  /** A visit has one case at most. */
  ofVisit(visit: VisitId): Promise<CustomerCase | undefined>;
  /** The open case of a consent that this customer does not recognise. */
  ofConsent(consent: ConsentId, customer: CustomerId): Promise<CustomerCase | undefined>;
  /** Opens one by itself, of a consent that there is nothing to stop of. While one is open there is no other. */
  open(report: CustomerCase, about: ReportedConsent): Promise<void>;
  /** Takes cases that nobody was told of yet, for half a minute: whoever is killed meanwhile leaves them to the next. */
  claimUnannounced(limit: number): Promise<readonly CaseAlert[]>;
  announced(cases: readonly CaseAlert[]): Promise<void>;
}

export interface ReportedConsent {
  readonly customer: CustomerId;
  readonly consentId: ConsentId;
  readonly clientId: ClientId;
  readonly kind: ConsentKind;
  readonly correlationId: string;
}
