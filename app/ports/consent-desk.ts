import type { Decision } from "~/domain/consent/decision";
import type { ConsentKind } from "~/domain/consent-kinds/index";
import type { ClientId, ConsentId, CustomerId, DecisionId, VisitId } from "~/domain/shared/ids";
import type { Handoff, NextHop } from "./authorization-server";

/** Where we keep visits to the consent page and what was answered there. Each change is kept with its audit event. */
export interface ConsentDesk {
  /** The first browser that brings a hand-off owns it: false when the visit was opened before. */
  openVisit(visit: Visit): Promise<boolean>;
  /** Undefined while nothing was answered. */
  decisionOf(visit: VisitId): Promise<RecordedDecision | undefined>;
  /** Records what is about to be sent. A visit has one decision: the first stays, and whoever asks second gets it. */
  intend(visit: Visit, decision: Decision): Promise<RecordedDecision>;
  /** The authorization server took it. */
  settle(visit: Visit, decision: RecordedDecision, nextHop: NextHop): Promise<void>;
  /**
   * The browser is about to be sent on: true the first time. It may be sent by itself once only, because the address
   * works once; whoever comes back is shown the answer instead.
   */
  follow(decision: RecordedDecision): Promise<boolean>;
  /** The authorization server will never take it. */
  close(visit: Visit, decision: RecordedDecision, because: ClosedBecause): Promise<void>;
}

/** One customer in front of one question. Sealed into a cookie of the browser that opened it, and nowhere else. */
export interface Visit {
  readonly id: VisitId;
  readonly handoff: Handoff;
  readonly kind: ConsentKind;
  readonly consentId: ConsentId;
  readonly clientId: ClientId;
  /** The TPP's brand, to name it on pages that cannot ask the authorization server. */
  readonly requesterName: string | undefined;
  readonly customer: CustomerId;
  readonly correlationId: string;
}

export interface RecordedDecision {
  readonly id: DecisionId;
  readonly decision: Decision;
  /** intended → settled, or intended → closed; never back. */
  readonly state: "intended" | "settled" | "closed";
  /** Only when settled. */
  readonly nextHop?: NextHop;
}

export type ClosedBecause = "spent" | "not-allowed";
