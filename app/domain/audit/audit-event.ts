import type { RefusalReason } from "../consent/decision";
import type { ConsentKind } from "../consent-kinds/index";
import type { AccountId, ClientId, ConsentId, CustomerId, DecisionId, VisitId } from "../shared/ids";

/** Everything that the record of evidence can hold: one append-only union, written with the change it records. */
export type AuditEvent = {
  readonly consentId: ConsentId;
  readonly clientId: ClientId;
  readonly kind: ConsentKind;
  /** `x-fapi-interaction-id` of the TPP's request, from page to authorization server to bank. */
  readonly correlationId: string;
  readonly actor: { readonly type: "customer"; readonly id: CustomerId } | { readonly type: "system" };
} & (
  | { readonly type: "request-opened"; readonly detail: { readonly visitId: VisitId } }
  | {
      readonly type: "decision-intended";
      readonly detail:
        | { readonly decisionId: DecisionId; readonly outcome: "allowed"; readonly accountIds: readonly AccountId[] }
        | { readonly decisionId: DecisionId; readonly outcome: "refused"; readonly reason: RefusalReason };
    }
  | { readonly type: "decision-settled"; readonly detail: { readonly decisionId: DecisionId } }
  | {
      readonly type: "decision-not-accepted";
      readonly detail: { readonly decisionId: DecisionId; readonly because: "lapsed" | "spent" | "not-allowed" };
    }
);
