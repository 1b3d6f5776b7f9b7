import type { CustomerCase } from "~/domain/cases/customer-case";
import type { ChangeMove, Changer, ChangeState, ConsentChange } from "~/domain/consent/change";
import type { ClosedBecause } from "~/domain/consent/closed-because";
import type { MoveReason } from "~/domain/consent/lifecycle";
import type { ConsentKind } from "~/domain/consent-kinds/index";
import type { BatchId, ChangeId, ClientId, ConsentId, CustomerId } from "~/domain/shared/ids";
import type { Result } from "~/domain/shared/result";

/**
 * Where we keep changes of a consent that are no answers on the consent page. Each step is kept with its audit event.
 *
 * @throws DeskUnavailable from every method, when the record cannot be reached in time.
 */
export interface ConsentChanges {
  /**
   * Records what is about to be sent. The same key by the same actor is the same change, however often it comes. What
   * ends a consent closes what does not, and is still under way, as `spent`.
   */
  intend(asked: AskedChange): Promise<Result<RecordedChange, NotIntended>>;
  /** Undefined for a change that is not there, and for one of somebody else. */
  find(id: ChangeId, actor: Changer): Promise<RecordedChange | undefined>;
  /** What this actor last asked for, of a consent that is theirs. */
  newestOf(consent: ConsentId, actor: Changer): Promise<RecordedChange | undefined>;
  /**
   * Records that a customer stops everything, or everything of one app: of each live consent a change of its own, all of
   * them or none. The same key is the same batch.
   */
  stopMany(asked: AskedBatch): Promise<StopBatch>;
  /** Undefined for a batch that is not there, that is somebody else's, or that was a month ago. */
  batchOf(id: BatchId, customer: CustomerId): Promise<StopBatch | undefined>;
  /** Pauses whose time is up. */
  pausesOver(limit: number): Promise<readonly PauseOver[]>;
  /**
   * The wish to resume that ends a pause: its customer's own, made when they paused. Undefined where the pause was ended
   * otherwise, whatever holds the consent now, and where the customer was erased.
   */
  endOfPause(id: ChangeId): Promise<AskedChange | undefined>;
  /** When the pause that holds a consent ends by itself; undefined where none does, or it has no end. */
  pausedUntil(consent: ConsentId): Promise<Date | undefined>;
  /** Nobody has to look at the end of this pause any more. */
  pauseSeen(id: ChangeId): Promise<void>;
  /** The same change as it is now. */
  again(change: RecordedChange): Promise<RecordedChange>;
  /** One at a time may bring it to the authorization server. The right lapses, so that a crash does not keep it. */
  takeToSend(change: RecordedChange): Promise<boolean>;
  /** Nothing is known of the outcome: whoever comes next may try at once. */
  giveBack(change: RecordedChange): Promise<void>;
  /** What nobody brings to the authorization server at the moment; what was tried longest ago comes first. */
  unfinished(limit: number): Promise<readonly UnfinishedChange[]>;
  /** Of these consents, those of which a change is still on its way to the authorization server: at most one each. */
  underWay(ids: readonly ConsentId[]): Promise<ReadonlyMap<ConsentId, ChangeUnderWay>>;
  /** It stands at the authorization server. `effect`: by this change, which then moves our picture of the consent. */
  settle(change: RecordedChange, effect: ChangeEffect | undefined): Promise<RecordedChange>;
  /** It does not, and will not. */
  close(change: RecordedChange, because: ClosedBecause): Promise<RecordedChange>;
}

export type AskedChange = ConsentChange & {
  readonly consentId: ConsentId;
  /** Made with the form or by the calling system; at most 128 characters. */
  readonly idempotencyKey: string;
  readonly correlationId: string;
  /** Opened with it when it is the first (D-24). */
  readonly report?: CustomerCase;
  /** The version of the consent that whoever asks was shown: of another one it is not made. */
  readonly shown?: number;
  /** Why, in the words of a member of staff: kept with the evidence under the customer's key. */
  readonly note?: string;
};

export interface AskedBatch {
  readonly customer: CustomerId;
  /** Absent: everything. */
  readonly clientId?: ClientId;
  readonly idempotencyKey: string;
  readonly correlationId: string;
}

export interface StopBatch {
  readonly id: BatchId;
  readonly clientId?: ClientId;
  readonly at: Date;
  /** What stops each of them: a change of this batch, or one that was under way already. */
  readonly changes: readonly RecordedChange[];
}

export interface PauseOver {
  readonly pause: ChangeId;
  readonly waitingSeconds: number;
}

export type NotIntended =
  /** No such consent, or a customer's who is not the actor: told apart by nobody. */
  | "not-found"
  /** The life cycle does not lead there from where the consent is, or not for this actor. */
  | "not-allowed"
  /** It has changed since it was shown. */
  | "changed-since"
  /** One change of a consent at a time; only what ends it overtakes a pause, or the end of one. */
  | "another-under-way"
  /** This actor has used the key for another change. */
  | "key-used";

export interface ChangeEffect {
  /** The authorization server's own count of changes, where it counts. */
  readonly revision?: number;
}

export interface RecordedChange {
  readonly id: ChangeId;
  readonly consentId: ConsentId;
  readonly clientId: ClientId;
  readonly kind: ConsentKind;
  readonly move: ChangeMove;
  readonly reason: MoveReason;
  /** A customer by pseudonym. */
  readonly actor: { readonly type: Changer["type"]; readonly ref: string };
  readonly correlationId: string;
  /** The account that is to leave. */
  readonly accountId?: string;
  /** When the pause is to end by itself. */
  readonly pausedUntil?: Date;
  /** A hold over the customer's pause, or its end: the authorization server has it as suspended all along. */
  readonly overPause?: true;
  readonly intendedAt: Date;
  /** When it was settled or closed. */
  readonly endedAt?: Date;
  readonly state: ChangeState;
  /** Only when closed. */
  readonly closedBecause?: ClosedBecause;
}

/** The authorization server does not hold it yet, so that the consent must not be shown as it will be (C-10). */
export interface ChangeUnderWay {
  readonly move: ChangeMove;
  readonly by: Changer["type"];
  readonly since: Date;
}

export interface UnfinishedChange {
  readonly change: RecordedChange;
  readonly waitingSeconds: number;
}
