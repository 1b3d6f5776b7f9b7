import type { SuspendTpp } from "~/domain/approvals/act";
import type { ClientId, StaffId } from "~/domain/shared/ids";
import type { AppDenial, Suspension } from "~/domain/tpp/suspension";

/**
 * Suspensions of apps, by the database's clock. Each change is kept with its audit event.
 *
 * @throws DeskUnavailable from every method
 */
export interface TppSuspensions {
  /** What an app may not do at this moment: by suspension, and by a role that the bank has blocked. */
  denialsOf(client: ClientId): Promise<readonly AppDenial[]>;
  /** Of one app, newest first, at most so many. */
  of(client: ClientId, limit: number): Promise<readonly Suspension[]>;
  find(id: string): Promise<Suspension | undefined>;
  /** Holds and will hold, of all apps in one question: for whoever looks at a list of them. */
  holding(clients: readonly ClientId[]): Promise<ReadonlyMap<ClientId, readonly Suspension[]>>;
  /** The same approval is the same suspension, however often it comes. @returns false when its time is over already. */
  suspend(asked: SuspendTpp, approved: Approved): Promise<boolean>;
  /** @returns false when there is nothing to lift: it is over, lifted, or not this app's. */
  lift(id: string, client: ClientId, approved: Approved): Promise<boolean>;
  /** Writes down the end of what is over by its time, at most so many. */
  liftOver(limit: number): Promise<number>;
  /** Tells so many of those whose app is held back, or no longer is; of each once. */
  tell(limit: number): Promise<{ readonly held: number; readonly back: number; readonly more: boolean }>;
  /** How many would notice, counted up to a bound. */
  affected(client: ClientId, most: number): Promise<AffectedBySuspension>;
}

export interface Approved {
  readonly approvalId: string;
  readonly askedBy: StaffId;
  readonly correlationId: string;
}

/** Counts of one app, each the bound where there are more. */
export interface AffectedBySuspension {
  readonly customers: number;
  /** Live, of any kind. */
  readonly consents: number;
  /** Of these: payments within limits, and orders that are not carried out. */
  readonly payments: number;
  readonly vrps: number;
  /** Requests that wait for their customer. */
  readonly waiting: number;
}
