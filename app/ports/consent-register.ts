import type { ActorType } from "~/domain/audit/actor";
import type { MoveSource } from "~/domain/audit/audit-event";
import type { Connection } from "~/domain/consent/connection";
import type { AsFound, ConsentStatus, Move, MoveReason } from "~/domain/consent/lifecycle";
import type { ConsentKind } from "~/domain/consent-kinds/index";
import type { ClientId, ConsentId, CustomerId, DecisionId } from "~/domain/shared/ids";
import type { KnownApp } from "~/domain/tpp/resemblance";

/**
 * Our picture of the consents, to be looked at. What is not the viewer's looks like what does not exist.
 *
 * @throws DeskUnavailable from every method
 */
export interface ConsentRegister {
  find(id: ConsentId, viewer: Viewer): Promise<RegisteredConsent | undefined>;
  /** Of these, those that there are and that are the viewer's; in no order. */
  findMany(ids: readonly ConsentId[], viewer: Viewer): Promise<readonly RegisteredConsent[]>;
  /** What a customer can stop now, of all apps or of one; newest first. */
  liveOf(customer: CustomerId, client?: ClientId): Promise<readonly RegisteredConsent[]>;
  /** Everything that became of a consent, oldest first; empty for one that is unknown or not the viewer's. */
  versionsOf(id: ConsentId, viewer: Viewer): Promise<readonly ConsentVersion[]>;
  /** Newest first. */
  ofCustomer(customer: CustomerId, page: RegisterPage): Promise<readonly RegisteredConsent[]>;
  /** What a customer has with a TPP, one consent aside. */
  connectionOf(customer: CustomerId, client: ClientId, except: ConsentId): Promise<Connection>;
  /** Every app that somebody shares with now, and since when. */
  knownApps(): Promise<readonly KnownApp[]>;
  drift(): Promise<Drift>;
}

/** For whom it is looked up: customers see their own, the bank sees all. */
export type Viewer = { readonly customer: CustomerId } | "bank";

export interface RegisterPage {
  readonly size: number;
  /** The last one of the page before (keyset). */
  readonly after?: ConsentId;
}

export interface RegisteredConsent {
  readonly id: ConsentId;
  readonly clientId: ClientId;
  /** As the TPP calls itself: hostile text. */
  readonly clientName?: string;
  readonly kind: ConsentKind;
  readonly customer?: CustomerId;
  /** What holds at this moment by the database's clock: past its end a consent is expired, whoever has said so yet. */
  readonly status: ConsentStatus;
  readonly reason: MoveReason | AsFound;
  readonly suspendedBy?: ActorType;
  /** The bank holds it over a pause of its customer's. */
  readonly pauseBeneath?: true;
  /** What took its place (P-11): a link, and not yet said to be the same customer's. */
  readonly supersededBy?: ConsentId;
  readonly version: number;
  readonly accountIds: readonly string[];
  readonly permissions?: readonly string[];
  readonly createdAt: Date;
  /** When its customer first agreed; absent for what nobody ever agreed to. */
  readonly agreedAt?: Date;
  readonly changedAt: Date;
  readonly expiresAt?: Date;
  /** When the authorization server was last seen to hold the same. */
  readonly confirmedAt?: Date;
}

export interface ConsentVersion {
  readonly version: number;
  readonly at: Date;
  readonly move: Move;
  /** Absent for the first. */
  readonly from?: ConsentStatus;
  readonly to: ConsentStatus;
  readonly by: ActorType;
  readonly reason: MoveReason | AsFound;
  readonly source: MoveSource;
  readonly decisionId?: DecisionId;
  /** The fields that changed, each as [before, after]. */
  readonly difference: Readonly<Record<string, readonly [unknown, unknown]>>;
}

/** How far our picture was from what the authorization server holds. */
export interface Drift {
  /** Consents of which it is not settled: a person has to look. */
  readonly open: number;
  /** Of those, how many are whose customer the authorization server names differently than we do. */
  readonly disputed: number;
  readonly foundLastDay: number;
  /** Of those, how many could not follow from what we held. */
  readonly unlawfulLastDay: number;
  /** Events that wait to be taken in. */
  readonly waiting: number;
  /** Age of the oldest of them, in seconds. */
  readonly waitingSeconds: number;
  /** Since the last walk through all consents ended, in seconds; undefined before the first. */
  readonly walkedAgo: number | undefined;
}
