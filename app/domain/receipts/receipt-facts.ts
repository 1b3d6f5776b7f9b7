import type { ConsentRequest } from "../consent/consent-request";
import type { Decision } from "../consent/decision";
import type { ConsentKind } from "../consent-kinds/index";
import type { ClientId, ConsentId, CustomerRef, DecisionId, ReceiptId } from "../shared/ids";

/** What is on record of one settled decision: all that its receipt is made of. */
export interface ReceiptFacts {
  readonly id: ReceiptId;
  readonly decisionId: DecisionId;
  readonly consentId: ConsentId;
  readonly clientId: ClientId;
  readonly customer: CustomerRef;
  readonly kind: ConsentKind;
  readonly decision: Decision;
  readonly decidedAt: Date;
  readonly issuedAt: Date;
  /** Absent where the answer was given on a page that had no question. */
  readonly page?: AnsweredPage;
}

/** The page that was answered. */
export interface AnsweredPage {
  readonly locale: string;
  readonly catalogueVersion: string;
  readonly payloadHash: string;
  readonly shownHash: string;
  readonly request: ConsentRequest;
  /** The view that the page was drawn from. */
  readonly said: unknown;
}
