import type { CustomerCase } from "~/domain/cases/customer-case";
import type { ClosedBecause } from "~/domain/consent/closed-because";
import type { Allowance, Decision } from "~/domain/consent/decision";
import type { Draft } from "~/domain/consent/draft";
import type { ModeInShort } from "~/domain/consent/mode";
import type { Risk } from "~/domain/consent/risk";
import type { ConsentKind } from "~/domain/consent-kinds/index";
import type { Shown, ShownPage } from "~/domain/evidence/shown-page";
import type { FactorMethod } from "~/domain/factor/authentication";
import type { ClientId, ConsentId, CustomerId, DecisionId, VisitId } from "~/domain/shared/ids";
import type { Handoff, NextHop } from "./authorization-server";

/**
 * Where we keep visits to the consent page and what was answered there. Each change is kept with its audit event.
 *
 * @throws DeskUnavailable from every method, when the record cannot be reached in time.
 */
export interface ConsentDesk {
  /**
   * The first browser that brings a hand-off owns it: false when the visit was opened before.
   *
   * @param expiresAt of the consent, when it ends by itself.
   */
  openVisit(visit: Visit, expiresAt?: Date): Promise<boolean>;
  /** Undefined while nothing was answered. */
  decisionOf(visit: VisitId): Promise<RecordedDecision | undefined>;
  /** Where a visit stands: what was answered, or what was done on the page of the request of that hash so far. */
  standing(visit: Visit): Promise<Standing>;
  /**
   * Keeps what was done on a page, in the place of what was kept before.
   *
   * @param seen names the page; nothing is kept when this visit was never shown it.
   */
  keepDraft(visit: Visit, draft: Draft, seen: string): Promise<void>;
  /**
   * Keeps what is about to be shown; once, however often it is shown.
   *
   * @param risk that made it be shown before the question.
   */
  keepShown(visit: VisitRecord, page: ShownPage, risk?: Risk): Promise<void>;
  /** What an answer on the page of that name can rest on; undefined when this visit was never shown such a page. */
  pageShown(visit: VisitRecord, shownHash: string): Promise<PageSeen | undefined>;
  /** Records that somebody else is to log in and answer. */
  otherLogInAsked(visit: Visit): Promise<void>;
  /**
   * Records what is about to be sent. A visit has one decision: the first stays, and whoever asks second gets it.
   *
   * @param seen names the page that was answered; left out of the record when this visit was never shown it.
   * @param opening is opened together with the first decision, and not at all with a second one.
   */
  intend(visit: Visit, decision: Decision, seen?: string, opening?: CustomerCase): Promise<RecordedDecision>;
  /**
   * As {@link intend}, for a yes whose factor was met: the request for it is closed in the same statement, so that it is
   * used once. Undefined when it is not open any more and nothing was answered.
   */
  intendConfirmed(
    visit: Visit,
    decision: Allowance,
    seen: string,
    met: FactorMet,
  ): Promise<RecordedDecision | undefined>;
  /**
   * One at a time may bring an intended decision to the authorization server, because each of its answers ends the one
   * before. True for whoever may now; the right lapses by itself, so that a crash does not keep it.
   */
  takeToSend(decision: RecordedDecision): Promise<boolean>;
  /**
   * Decisions that nobody has brought to the authorization server for a while: a crash, or an outage. What was tried
   * longest ago comes first, so that one which never succeeds holds up no other.
   */
  unfinished(limit: number): Promise<readonly UnfinishedDecision[]>;
  /** The authorization server could not be reached: whoever comes next may try at once. */
  giveBack(decision: RecordedDecision): Promise<void>;
  /** The authorization server took it; without a next hop when it cannot say any more where to go. */
  settle(visit: Visit, decision: RecordedDecision, nextHop: NextHop | undefined): Promise<RecordedDecision>;
  /** The authorization server will never take it. */
  close(visit: Visit, decision: RecordedDecision, because: ClosedBecause): Promise<RecordedDecision>;
  /**
   * The browser is about to be sent on: true the first time. It may be sent by itself once only, because the address
   * works once; whoever comes back is shown the answer instead.
   */
  follow(decision: RecordedDecision): Promise<boolean>;
  /** The customer asked to go on and the authorization server gave a new address, to be followed once. */
  renewNextHop(decision: RecordedDecision, nextHop: NextHop): Promise<void>;
  /** The browser has gone on: there is no address any more. */
  forgetNextHop(decision: RecordedDecision): Promise<void>;
}

/** Of a page: the hash of the request on it, and the accounts that could be chosen. */
export interface PageSeen extends Pick<ShownPage, "payloadHash">, Pick<Shown, "choosable"> {
  /** As what the page stopped, where it put no question. */
  readonly stoppedAs?: string;
}

export interface FactorMet {
  readonly by: FactorMethod;
  readonly challenge: string;
  /** What a passkey signed. */
  readonly evidence?: Readonly<Record<string, string>>;
}

export interface Standing {
  readonly recorded?: RecordedDecision;
  readonly draft?: { readonly draft: Draft; readonly payloadHash: string };
}

/** Our own record could not be reached. Nothing is known of what was to be written. */
export class DeskUnavailable extends Error {
  override readonly name = "DeskUnavailable";
}

/** What is kept of a visit: what it is about, and whose it is. */
export type VisitRecord = Pick<Visit, "id" | "kind" | "consentId" | "clientId" | "customer" | "correlationId">;

/** One customer in front of one question. Sealed into a cookie of the browser that opened it, and nowhere else. */
export interface Visit {
  readonly id: VisitId;
  readonly handoff: Handoff;
  readonly kind: ConsentKind;
  /** Absent for a request that is new. */
  readonly mode?: ModeInShort;
  readonly consentId: ConsentId;
  readonly clientId: ClientId;
  /** The TPP's brand, to name it on pages that cannot ask the authorization server. */
  readonly requesterName: string | undefined;
  readonly customer: CustomerId;
  readonly correlationId: string;
  /** The TPP is used on another screen, to which no browser goes back (P-24). */
  readonly decoupled?: true;
}

export interface UnfinishedDecision {
  /** @throws DeskUnavailable for this one alone, when it was sealed with a key that is no longer known. */
  visit(): Promise<Visit>;
  readonly recorded: RecordedDecision;
  readonly waitingSeconds: number;
}

export interface RecordedDecision {
  readonly id: DecisionId;
  readonly decision: Decision;
  /** intended → settled, or intended → closed; never back. */
  readonly state: "intended" | "settled" | "closed";
  /** Only when settled, and only until the browser has gone on. */
  readonly nextHop?: NextHop;
  /** Only when closed. */
  readonly closedBecause?: ClosedBecause;
}
