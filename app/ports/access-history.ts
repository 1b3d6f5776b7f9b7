import type { AccessSummary, ClusterUse, ReadDay, SingleRead } from "~/domain/access/read-history";
import type { AccountId, ConsentId, CustomerId } from "~/domain/shared/ids";

export type { AccessSummary, ClusterUse, DayReads, ReadDay, SingleRead } from "~/domain/access/read-history";

/**
 * What apps really read with a consent, as the bank's gateways told (D-05, B-03). Kept by the consent's id alone: whose
 * it is, the picture of the consents says at the moment of the look, so that a read of somebody else's is a read of none.
 *
 * @throws DeskUnavailable from every method
 */
export interface AccessHistory {
  /** For lists: one query for all of them, which must be the viewer's own already. Absent: never read. */
  summaryOf(ids: readonly ConsentId[]): Promise<ReadonlyMap<ConsentId, AccessSummary>>;
  /** When each group of data was last read; empty for what is unknown or not the customer's. */
  clustersOf(id: ConsentId, customer: CustomerId): Promise<readonly ClusterUse[]>;
  /** Days with reads, newest first. */
  daysOf(id: ConsentId, customer: CustomerId, page: DaysPage): Promise<readonly ReadDay[]>;
  /** Which accounts were ever read and are still on record, whether or not they belong to the consent today. */
  accountsReadOf(id: ConsentId, customer: CustomerId): Promise<readonly AccountId[]>;
  /** Every single read, newest first, in pages: for a file of any length. */
  readsOf(id: ConsentId, customer: CustomerId): AsyncIterable<readonly SingleRead[]>;
  /** Up to when the gateways have told everything; undefined before they have told anything. */
  toldUntil(): Promise<Date | undefined>;
}

export interface DaysPage {
  /** So many days at most. */
  readonly size: number;
  /** Days before this one (keyset), as 2026-05-03. */
  readonly before?: string;
  readonly account?: AccountId;
}
