import type { Decision } from "../consent/decision";
import type { ConsentKind } from "../consent-kinds/index";
import type { ShownPage } from "../evidence/shown-page";
import type { ClientId, ConsentId, CustomerRef, DecisionId, ReceiptId } from "../shared/ids";

/** What a receipt is made of: the decision as it was taken, and the page that it rests on. */
export interface ReceiptFacts extends DecisionOnRecord {
  /** The TPP's brand, for a decision that rests on no page. */
  readonly requesterName?: string;
  /** Absent for a refusal on a page that did not show the question. */
  readonly page?: ShownPage;
}

/** What the record itself knows of a decision that was taken. */
export interface DecisionOnRecord {
  readonly id: ReceiptId;
  readonly decisionId: DecisionId;
  readonly decision: Decision;
  /** Of the case that was opened with it. */
  readonly reportReference?: string;
  readonly consentId: ConsentId;
  readonly kind: ConsentKind;
  readonly clientId: ClientId;
  readonly customerRef: CustomerRef;
  /** When the customer answered. */
  readonly decidedAt: Date;
  /** When the authorization server had taken the answer. */
  readonly issuedAt: Date;
}
