import type { ConsentKind } from "~/domain/consent-kinds/index";
import type {
  ItemState,
  RevocationProgress,
  RevocationReason,
  RevocationState,
} from "~/domain/revocation/bulk-revocation";
import type { KeptScope, NamedScope, RestScope, SearchScope } from "~/domain/revocation/revocation-scope";
import type { ClientId, ConsentId, CustomerId, StaffId } from "~/domain/shared/ids";
import type { Position } from "~/domain/shared/position";
import type { Narrowed } from "./consent-search";

/**
 * Lists of consents that staff end at once. Each step is kept with its audit event.
 *
 * @throws DeskUnavailable from every method
 */
export interface BulkRevocations {
  /** The same key by the same person is the same list. @returns its id */
  prepare(asked: AskedRevocation): Promise<string>;
  /**
   * Finds some more of the consents of a list that is being prepared, or of the oldest one: what lives now and is not in it.
   *
   * @returns false when there was nothing to do, or somebody else is at it
   */
  find(id: string | undefined, most: number): Promise<boolean>;
  /** Undefined for one that is not there. */
  read(id: string): Promise<BulkRevocation | undefined>;
  /** Newest first. */
  list(page: { readonly size: number; readonly from?: Position }): Promise<RevocationsPage>;
  /** In the order of their ids. */
  items(id: string, asked: ItemsAsked): Promise<ItemsPage>;
  /** Some of them, as they are now. */
  sample(id: string, size: number): Promise<readonly SampleConsent[]>;
  /** It was asked for. */
  asked(id: string, approvalId: string): Promise<void>;
  /** Begins it when the list is the approved one, to the last consent; once. */
  start(approved: ApprovedRevocation): Promise<"started" | "set-changed" | "not-found">;
  /** What has not begun by then, does not begin. @returns false when it does not run. */
  stop(id: string, by: StaffId, correlationId: string): Promise<boolean>;
  /** Lists that nobody asked for within a week, or that nobody agreed to a week ago. @returns how many went */
  forgetUnused(limit: number): Promise<number>;
}

/** What was asked for, and what that was found to mean. */
export type FoundScope =
  | NamedScope
  | (SearchScope & { readonly found: Narrowed })
  /** Of one customer's list, the evidence is about that customer. */
  | (RestScope & { readonly customer?: CustomerId });

export interface AskedRevocation {
  readonly scope: FoundScope;
  readonly reason: RevocationReason;
  readonly by: StaffId;
  readonly idempotencyKey: string;
  readonly correlationId: string;
}

export interface ApprovedRevocation {
  readonly id: string;
  readonly setHash: string;
  readonly count: number;
  readonly reason: RevocationReason;
  readonly askedBy: StaffId;
  readonly approvalId: string;
  readonly correlationId: string;
}

export interface BulkRevocation extends RevocationProgress {
  readonly id: string;
  readonly scope: KeptScope;
  readonly reason: RevocationReason;
  readonly state: RevocationState;
  readonly preparedBy: StaffId;
  readonly preparedAt: Date;
  /** Of its consents in the order of their ids, once all are found. */
  readonly setHash?: string;
  /** How many customers they are of. */
  readonly customers?: number;
  /** Most first. */
  readonly breakdown: readonly BreakdownLine[];
  readonly approvalId?: string;
  readonly startedAt?: Date;
  readonly stopAskedBy?: StaffId;
  readonly endedAt?: Date;
  /** Since it began, by the database's clock, until its end. */
  readonly ranForMs: number;
  /** The authorization server did not answer the last time that it was asked. */
  readonly authorityAway: boolean;
  readonly correlationId: string;
}

export interface BreakdownLine {
  readonly clientId: ClientId;
  /** As the app calls itself. */
  readonly clientName?: string;
  readonly kind: ConsentKind;
  readonly count: number;
}

export interface RevocationItem {
  readonly consentId: ConsentId;
  readonly state: ItemState;
  /** In what it was found by then, when there was nothing left to end. */
  readonly found?: string;
  /** Why not, when it was not ended. */
  readonly because?: string;
  readonly endedAt?: Date;
}

export interface SampleConsent {
  readonly consentId: ConsentId;
  readonly clientId: ClientId;
  readonly clientName?: string;
  readonly kind: ConsentKind;
  readonly createdAt: Date;
}

export interface RevocationsPage {
  readonly rows: readonly BulkRevocation[];
  readonly newer?: Position;
  readonly older?: Position;
}

export interface ItemsAsked {
  readonly size: number;
  readonly state?: ItemState;
  /** The page that begins behind this one, or ends before it. */
  readonly from?: { readonly side: "before" | "after"; readonly id: ConsentId };
}

export interface ItemsPage {
  readonly rows: readonly RevocationItem[];
  readonly before?: ConsentId;
  readonly after?: ConsentId;
}
