import type { ConsentSubject } from "~/domain/consent-kinds/index";
import type { ShownPage } from "~/domain/evidence/shown-page";
import type { ConsentId, CustomerId, DecisionId, VisitId } from "~/domain/shared/ids";

/**
 * What one customer answered about one consent, and the pages that they saw then. Somebody else's look like none at all.
 *
 * @throws DeskUnavailable from every method
 */
export interface OwnAnswers {
  /** Every answer that the authorization server took, newest first. */
  of(consent: ConsentId, customer: CustomerId): Promise<readonly OwnAnswer[]>;
  /**
   * What the customer was asked for each of these consents: in the answer that allowed it last, or else in the last one.
   * In one query; consents of which no page is on record are not among them.
   */
  subjectsOf(consents: readonly ConsentId[], customer: CustomerId): Promise<ReadonlyMap<ConsentId, ConsentSubject>>;
  /** The page that an answer rests on; undefined where none was shown, and once its customer is erased. */
  pageOf(answer: OwnAnswer): Promise<ShownPage | undefined>;
}

export interface OwnAnswer {
  readonly decisionId: DecisionId;
  readonly visit: VisitId;
  readonly outcome: "allowed" | "refused";
  /** The accounts that were chosen; none of a no. */
  readonly accountIds: readonly string[];
  readonly at: Date;
  readonly hasReceipt: boolean;
}
