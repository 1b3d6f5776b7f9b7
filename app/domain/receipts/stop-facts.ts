import type { ConsentKind } from "../consent-kinds/index";
import type { ShownPage } from "../evidence/shown-page";
import type { ChangeId, ClientId, ConsentId, CustomerRef } from "../shared/ids";

/** What the receipt of a stop is made of: the change as it is on record, and the page of what was agreed to. */
export interface StopFacts {
  readonly changeId: ChangeId;
  readonly consentId: ConsentId;
  readonly kind: ConsentKind;
  readonly clientId: ClientId;
  readonly customerRef: CustomerRef;
  /** That it was about in the end. */
  readonly accountIds: readonly string[];
  /** When the authorization server had it. */
  readonly stoppedAt: Date;
  /** The TPP's brand, where no page is on record. */
  readonly requesterName?: string;
  /** Of the last yes. */
  readonly page?: ShownPage;
}
