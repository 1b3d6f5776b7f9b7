import type { ConsentRequest } from "~/domain/consent/consent-request";
import type { Decision } from "~/domain/consent/decision";
import type { ConsentStatus, MoveReason } from "~/domain/consent/lifecycle";
import type { ToldChange } from "~/domain/consent/told";
import type { FileRow } from "~/domain/consent-kinds/file-payment";
import type { ConsentKind } from "~/domain/consent-kinds/index";
import type { AccountId, ClientId, ConsentId, CustomerId } from "~/domain/shared/ids";
import type { RegisteredApp } from "~/domain/tpp/app-facts";

/**
 * What we need of any authorization server, in our words. The vendor's words stay in its adapter, and an address of
 * the authorization server is never built here: we only follow the {@link NextHop} it gives.
 */
export interface AuthorizationServer {
  readonly capabilities: Capabilities;
  /** Reads what the browser brought. Undefined when it is no hand-off of this authorization server. */
  readHandoff(query: URLSearchParams): Handoff | undefined;
  /**
   * What the customer is asked; no longer `open` once it was answered or withdrawn.
   *
   * @throws AuthorityError `handoff-unknown` (wrong, expired or foreign), `handoff-passed-on`, `request-not-understood`, `unavailable`; a
   *   server that forgets what was answered may also say `handoff-spent` or `decision-not-allowed`
   */
  describe(handoff: Handoff, context: CallContext): Promise<PendingRequest>;
  /**
   * Every payment of the file, in its order, where the request is `fileReadable`: as it came, and not yet held against
   * what was counted.
   *
   * @throws AuthorityError as `describe` does; `handoff-spent` once it was answered
   */
  readFile(handoff: Handoff, context: CallContext): Promise<readonly FileRow[]>;
  /**
   * Says yes or no. The same decision again, before the browser has gone on, gives a next hop again.
   *
   * @throws AuthorityError all kinds
   */
  decide(handoff: Handoff, decision: Decision, context: CallContext): Promise<NextHop>;
  /**
   * Ends a request that we cannot show, before anybody was asked: the TPP is told that its request is at fault.
   *
   * @throws AuthorityError all kinds
   */
  turnAway(handoff: Handoff, context: CallContext): Promise<NextHop>;
  /**
   * Gives the customer more time to answer, where the request is `extensible`.
   *
   * @returns until when.
   *
   * @throws AuthorityError `decision-not-allowed` when there is no more to give, otherwise as `describe` does
   */
  extend(handoff: Handoff, context: CallContext): Promise<Date>;
  /**
   * Lets somebody else log in and answer, where the request is `loginRepeatable`: nothing is decided, this hand-off is
   * over, and the next customer brings one of their own. Asking again, before the browser has gone on, gives a next hop
   * again.
   *
   * @throws AuthorityError as `decide` does
   */
  logInAgain(handoff: Handoff, context: CallContext): Promise<NextHop>;
  /** One consent as the authorization server holds it now. Undefined when it holds none. */
  findConsent(consent: ConsentReference, context: CallContext): Promise<ConsentRecord | undefined>;
  /** One page of consents, newest first. `after` is the id of the last one seen (keyset). */
  listConsents(filter: ConsentFilter, page: Page, context: CallContext): Promise<readonly ConsentRecord[]>;
  /**
   * Ends one consent and its tokens. Ending an ended one is no error.
   *
   * @throws AuthorityError `decision-not-allowed` for one that was never authorised, `unavailable`
   */
  revokeConsent(id: ConsentId, why: Instruction, context: CallContext): Promise<void>;
  /**
   * Pauses one consent: no data, but its tokens live on. Pausing a paused one is no error.
   *
   * @throws AuthorityError `decision-not-allowed` for one that cannot be paused, `unavailable`
   */
  suspendConsent(id: ConsentId, why: Instruction, context: CallContext): Promise<void>;
  /** Takes a pause back; fails as `suspendConsent` does. */
  resumeConsent(id: ConsentId, why: Instruction, context: CallContext): Promise<void>;
  /**
   * Lets a consent open what it says, once all have signed who have to: until then a server that `holdsForSignatures` opens
   * nothing of an account's data by a yes that `awaits` others, nor says whether there is enough on it. Doing it twice is no error.
   *
   * @throws AuthorityError `decision-not-allowed` for one that is not authorised, `unavailable`
   */
  signaturesComplete(id: ConsentId, context: CallContext): Promise<void>;
  /**
   * Takes one account out of a consent to read account data; the others stay, and so do its tokens. One that is not in it
   * is no error.
   *
   * @throws AuthorityError `decision-not-allowed` for the last one, and for a consent that is not authorised, `unavailable`
   */
  removeAccount(id: ConsentId, account: AccountId, why: Instruction, context: CallContext): Promise<void>;
  /** Ends every live consent of one TPP, and says how many. */
  revokeByClient(id: ClientId, kinds: readonly ConsentKind[], context: CallContext): Promise<number>;
  /**
   * Every TPP that is registered, as its registration says now (D-20).
   *
   * @throws AuthorityError `unavailable`
   */
  listClients(context: CallContext): Promise<readonly RegisteredApp[]>;
  /**
   * Reads an event that the authorization server has pushed. Undefined when it is not one that it signed for us. Says
   * nothing about whether it is new or the newest: compare its id and the record's revision with what is known.
   *
   * "of-other-matters" is one that it did sign for us, about what we do not know: it is no fault, and not for us.
   *
   * @param body as it came, to the letter.
   * @throws AuthorityError `unavailable` when the keys to check it with cannot be had
   */
  readEvent(body: string): Promise<AuthorityEvent | "of-other-matters" | undefined>;
}

export interface Capabilities {
  /** How many times the customer is sent to us: once for the consent, or before that for authentication too. */
  readonly stages: "one" | "two";
  readonly revokeUnit: "consent" | "client-and-customer";
  /** Whether a consent can be paused and taken up again. */
  readonly suspend: boolean;
  /** Whether one account can leave a consent that goes on. */
  readonly removeAccount: boolean;
  /** Whether access to account data that takes more than one yes opens nothing before it is told that all are there. */
  readonly holdsForSignatures: boolean;
  /** The kinds of consent that it knows. No customer is sent to us with another, and none is asked for. */
  readonly kinds: ReadonlySet<ConsentKind>;
  readonly listBy: ReadonlySet<"customer" | "client" | "account">;
}

/** What the browser brought. Made and read by the adapter alone; kept sealed, never put back into a URL. */
export interface Handoff {
  readonly authority: string;
  readonly kind: ConsentKind;
  readonly ref: string;
  readonly proof: string;
}

export interface PendingRequest {
  readonly request: ConsentRequest;
  /** The TPP's interaction id, so that one id runs from the TPP to the bank. */
  readonly correlationId?: string;
}

export interface CallContext {
  readonly correlationId: string;
}

/** Where the browser goes next. The address is the authorization server's own. */
export interface NextHop {
  readonly to: URL;
}

export interface ConsentFilter {
  readonly clientId?: ClientId;
  readonly accountIds?: readonly string[];
  readonly kinds?: readonly ConsentKind[];
  readonly statuses?: readonly ConsentRecord["status"][];
}

export interface ConsentReference {
  readonly id: ConsentId;
  readonly clientId: ClientId;
  readonly kind: ConsentKind;
}

export interface Page {
  readonly size: number;
  readonly after?: ConsentId;
}

export interface ConsentRecord {
  readonly id: ConsentId;
  readonly clientId: ClientId;
  readonly clientName: string | undefined;
  readonly kind: ConsentKind;
  /** Never `expired` by our own reckoning: that is decided where it is read, by the database's clock. */
  readonly status: ConsentStatus;
  /** Counts the changes of this consent, from 1. Absent at a server that does not count them. */
  readonly revision?: number;
  readonly createdAt: Date;
  readonly updatedAt?: Date;
  /** Absent for one that is open-ended, and at a server that does not say. */
  readonly expiresAt?: Date;
  /** Why its newest change was made. Absent where the server does not say, or not in a word that we know. */
  readonly reason?: MoveReason;
  /** What took its place (P-11). */
  readonly supersededBy?: ConsentId;
  /** Who authorised it. */
  readonly customer?: CustomerId;
  readonly accountIds: readonly string[];
  /** Of account access: codes as the server names them, known to us or not. */
  readonly permissions?: readonly string[];
}

/** Whose will it is, and why. The server tells it of the change that it makes of it. */
export interface Instruction {
  readonly by: "customer" | "bank";
  /** A code of ours, such as `customer_stopped`; kept by the server, shown to no TPP. */
  readonly reason: string;
  /** The consent that takes the place of one that is revoked. */
  readonly successor?: ConsentId;
}

/** One change of one consent, as the authorization server tells it. May come again, late, or after a later one. */
export interface AuthorityEvent {
  /** The same however often it is told. */
  readonly id: string;
  readonly at: Date;
  /** The consent right after the change. */
  readonly record: ConsentRecord;
  readonly cause: ToldChange["cause"];
  readonly by: "customer" | "tpp" | "staff" | "system";
  /** Of the call that made the change; the event's own id where there was none. */
  readonly correlationId: string;
}

export type AuthorityFailure =
  /** Wrong, expired, foreign: told apart by nobody. */
  | "handoff-unknown"
  /** Answered already, and not like this. */
  | "handoff-spent"
  /** Nothing was answered: the request went on with another log-in. */
  | "handoff-passed-on"
  /** The authorization server does not take this decision: expired, withdrawn by the TPP, scopes refused. */
  | "decision-not-allowed"
  /** It sent something that we cannot show exactly, so nobody may approve it (C-05). */
  | "request-not-understood"
  /** Down, slow, or answering rubbish. Nothing is known of the outcome. */
  | "unavailable";

export class AuthorityError extends Error {
  override readonly name = "AuthorityError";

  constructor(
    readonly failure: AuthorityFailure,
    /** For the log; never holds a secret or personal data. */
    reason: string,
    options?: ErrorOptions,
  ) {
    super(reason, options);
  }
}
