import type { ActorType } from "../audit/actor";
import { failed, ok, type Result } from "../shared/result";
import { AS_FOUND, type AsFound, type ConsentStatus, leads, MOVES, type Move, type MoveReason } from "./lifecycle";

/** A consent as far as its life cycle goes. */
export interface ConsentState {
  readonly status: ConsentStatus;
  /** Counts its moves, from 1. */
  readonly version: number;
  readonly accountIds: readonly string[];
  /** Absent: it is open-ended. */
  readonly expiresAt?: Date;
  /** Only while it is suspended. */
  readonly suspendedBy?: ActorType;
  /** The customer's own pause, over which the bank holds it; `until` where it was for so long and no longer. */
  readonly pauseBeneath?: Pause;
  /**
   * Where the other signers are asked by us: the authorization server holds it as authorised from the first yes on, and
   * only the bank knows that its orders wait (T4).
   */
  readonly signing?: "awaiting" | "rejected";
}

export interface Pause {
  readonly until?: Date;
}

/** What is true of every move. */
export interface MoveFacts {
  readonly by: ActorType;
  readonly reason: MoveReason | AsFound;
  /** By the database's clock, or by that of whoever told us of it. */
  readonly at: Date;
}

export type MoveProblem =
  | "not-from-here"
  | "not-theirs-to-do"
  | "not-a-reason-for-it"
  | "expired"
  | "not-yet-expired"
  | "no-account"
  | "not-of-this-consent"
  | "not-of-this-kind"
  | "held-by-somebody-higher"
  | "not-in-this-scheme"
  | "not-started-by-tpp"
  | "without-sca";

export type Moved = Result<ConsentState, MoveProblem>;

/**
 * What every move asks for and does: it leads there, it is theirs to do, for a reason of its own; one version more. What
 * was found and not told is nobody's in particular, and has no reason.
 *
 * @param change what the move also sets.
 */
export function moved(
  move: Move,
  to: ConsentStatus,
  consent: ConsentState,
  facts: MoveFacts,
  change: { readonly accountIds?: readonly string[]; readonly expiresAt?: Date; readonly holding?: Holding } = {},
): Moved {
  const { by, reasons }: { readonly by: readonly ActorType[]; readonly reasons: readonly string[] } = MOVES[move];
  if (!leads(move, consent.status, to)) return failed("not-from-here");
  if (facts.reason !== AS_FOUND) {
    if (!by.includes(facts.by)) return failed("not-theirs-to-do");
    if (!reasons.includes(facts.reason)) return failed("not-a-reason-for-it");
  }
  const { suspendedBy, pauseBeneath, ...kept } = consent;
  const { holding = { suspendedBy: suspendedBy ?? facts.by, ...(pauseBeneath && { pauseBeneath }) }, ...terms } =
    change;
  return ok({ ...kept, ...terms, status: to, version: consent.version + 1, ...(to === "suspended" && holding) });
}

/** By whom it is suspended, and over what. */
type Holding = Pick<ConsentState, "pauseBeneath"> & Required<Pick<ConsentState, "suspendedBy">>;

/** Whether its end has come. The instant itself is already past it. */
export const isPastEnd = ({ expiresAt }: Pick<ConsentState, "expiresAt">, at: Date): boolean =>
  expiresAt !== undefined && at.getTime() >= expiresAt.getTime();
