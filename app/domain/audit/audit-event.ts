import type { CaseKind } from "../cases/customer-case";
import type { ClosedBecause } from "../consent/closed-because";
import type { RefusalReason } from "../consent/decision";
import type { ConsentStatus, Move, MoveReason } from "../consent/lifecycle";
import type { Risk } from "../consent/risk";
import type { FactorMethod } from "../factor/authentication";
import type { AccountId, CaseId, ChangeId, DecisionId, VisitId } from "../shared/ids";
import type { LookReason } from "../staff/look-reason";
import type { StaffPermission } from "../staff/permission";
import type { TppEvent } from "../tpp/tpp-event";
import type { ApprovalEvent } from "./approval-event";
import type { RevocationEvent } from "./revocation-event";
import type { SearchEvent } from "./search-event";

/**
 * Everything that the record of evidence can hold: one append-only union, written in the statement that changes what it
 * tells of. `detail` is about nobody; what is about a person stands in `personal` and is kept under that person's key.
 */
export type AuditEvent =
  | { readonly type: "request-opened"; readonly detail: { readonly visitId: VisitId } }
  | {
      readonly type: "decision-intended";
      readonly detail: {
        readonly decisionId: DecisionId;
        readonly outcome: "allowed" | "refused";
        readonly reason?: RefusalReason;
        /** Names the page that was answered. */
        readonly shownHash?: string;
      };
      readonly personal?: { readonly accountIds: readonly AccountId[] };
    }
  | { readonly type: "decision-settled"; readonly detail: { readonly decisionId: DecisionId } }
  | {
      readonly type: "decision-not-accepted";
      readonly detail: { readonly decisionId: DecisionId; readonly because: ClosedBecause };
    }
  | {
      readonly type: "consent-moved";
      readonly detail: {
        readonly move: Move;
        readonly from: ConsentStatus | null;
        readonly to: ConsentStatus;
        readonly version: number;
        readonly reason: MoveReason | "as-found";
        readonly source: MoveSource;
        readonly decisionId?: DecisionId;
      };
    }
  | {
      readonly type: "change-intended";
      readonly detail: { readonly changeId: ChangeId; readonly move: Move; readonly reason: MoveReason };
      /** Why, in the words of whoever of the staff asked for it. */
      readonly personal?: { readonly note: string };
    }
  | { readonly type: "change-settled"; readonly detail: { readonly changeId: ChangeId } }
  | {
      readonly type: "change-not-accepted";
      readonly detail: { readonly changeId: ChangeId; readonly because: ClosedBecause };
    }
  /** The bank's checks had the customer stop for a moment before the question. */
  | { readonly type: "moment-shown"; readonly detail: { readonly shownHash: string; readonly risk: Risk } }
  /** The customer said that somebody else is meant, who is to log in. */
  | { readonly type: "other-log-in-asked"; readonly detail: { readonly visitId: VisitId } }
  /** A factor was asked for. With the nonce the challenge can be worked out again from the page and the decision. */
  | {
      readonly type: "factor-asked";
      readonly detail: { readonly challenge: string; readonly nonce: string; readonly shownHash: string };
    }
  | { readonly type: "factor-code-sent"; readonly detail: { readonly challenge: string } }
  | {
      readonly type: "factor-failed";
      readonly detail: { readonly challenge: string; readonly by: FactorMethod; readonly locks: boolean };
    }
  | {
      readonly type: "factor-met";
      readonly detail: { readonly challenge: string; readonly by: FactorMethod } & (
        | { readonly decisionId: DecisionId }
        | { readonly signingId: string }
      );
      /** What a passkey signed, and the key to check it by. */
      readonly personal?: Readonly<Record<string, unknown>>;
    }
  /** Whoever signs after the first answered, on a page of their own. */
  | {
      readonly type: "signature-given";
      readonly detail: {
        readonly signingId: string;
        readonly answer: "signed" | "declined";
        /** Names the page that was answered. */
        readonly shownHash?: string;
      };
    }
  /** The visit was offered to another device of its customer; the newest offer counts. */
  | { readonly type: "second-device-offered"; readonly detail: { readonly visitId: VisitId } }
  /** The code came from a browser in which the same customer is logged in. */
  | { readonly type: "second-device-joined"; readonly detail: { readonly visitId: VisitId } }
  | {
      readonly type: "second-device-refused";
      readonly detail: { readonly visitId: VisitId; readonly because: SecondDeviceRefused };
    }
  /** Both devices have the same number: from here on the other one may answer as well. */
  | { readonly type: "second-device-matched"; readonly detail: { readonly visitId: VisitId } }
  /** The first device went on by itself. */
  | { readonly type: "second-device-ended"; readonly detail: { readonly visitId: VisitId } }
  | { readonly type: "case-opened"; readonly detail: { readonly caseId: CaseId; readonly kind: CaseKind } }
  | { readonly type: "tpp-subscribed"; readonly detail: { readonly callbackHost: string | null } }
  | { readonly type: "tpp-unsubscribed"; readonly detail: Record<string, never> }
  | { readonly type: "staff-logged-in"; readonly detail: { readonly roles: readonly string[]; readonly acr: string } }
  /** Somebody of the bank asked for what none of their roles lets them do. */
  | { readonly type: "staff-refused"; readonly detail: { readonly permission: StaffPermission } }
  /** Somebody of the bank said why they look at one consent, and was let see it. */
  | {
      readonly type: "consent-looked";
      readonly detail: { readonly reason: LookReason };
      readonly personal?: { readonly note: string };
    }
  | ApprovalEvent
  | RevocationEvent
  | TppEvent
  | SearchEvent
  /** Somebody had everything looked through; what came of it. */
  | { readonly type: "check-asked"; readonly detail: { readonly checkId: string; readonly kind: string } }
  | {
      readonly type: "check-ended";
      readonly detail: {
        readonly checkId: string;
        readonly kind: string;
        readonly outcome: "done" | "failed" | "stopped";
        readonly looked: number;
      };
    }
  /** Somebody looked for all that is on record of one person: whom, where it is somebody of whom there is any. */
  | {
      readonly type: "evidence-searched";
      readonly detail: { readonly by: EvidenceSought; readonly who?: string };
    }
  /** Somebody read what an event says of a person. */
  | { readonly type: "evidence-opened"; readonly detail: { readonly eventId: string } }
  /** Somebody took events away with their proof. */
  | { readonly type: "evidence-exported"; readonly detail: { readonly asked: Readonly<Record<string, string>> } }
  | { readonly type: "job-asked"; readonly detail: { readonly job: string } }
  | {
      readonly type: "deliveries-replayed";
      readonly detail: { readonly channel: string; readonly deliveryId?: string; readonly count: number };
    }
  /** Somebody looked at where the authorization server and we differ, and had it settled. */
  | {
      readonly type: "drift-repaired";
      readonly detail: { readonly repair: "taken-over" | "ended"; readonly authority: string | null };
    }
  | { readonly type: "customer-erased"; readonly detail: Record<string, never> }
  /** Somebody decided that a consent is whose the authorization server says. */
  | { readonly type: "customer-dispute-settled"; readonly detail: Record<string, never> };

/** By what somebody was looked for in the record; by the number of a customer, their pseudonym was told. */
export type EvidenceSought = "customer-number" | "customer" | "staff";

/** Why another device was not let in. */
export type SecondDeviceRefused = "another-customer" | "used" | "late" | "wrong-number";

/** How we came to know of a move: by our own act, by an event of the authorization server, or by looking. */
export type MoveSource = "assent" | "authority-event" | "reconcile";
