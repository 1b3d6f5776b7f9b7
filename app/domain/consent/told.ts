import type { ActorType } from "../audit/actor";
import { type ConsentStatus, isLive, isOpen, type MoveReason } from "./lifecycle";
import { type ConsentState, isPastEnd } from "./transition";

/** A consent as the authorization server holds it. */
export interface ToldConsent {
  readonly status: ConsentStatus;
  /** Counts the changes there. Absent at a server that does not count. */
  readonly revision?: number;
  readonly accountIds: readonly string[];
  /** Absent for one that is open-ended, and at a server that does not say. */
  readonly expiresAt?: Date;
  readonly createdAt: Date;
  /** Whether a customer was ever asked and said yes: then it names them. */
  readonly customer?: string | undefined;
  /** Why the newest change there was made, where that is said in a word that we know. */
  readonly reason?: MoveReason;
}

/** What the newest change was, when it was told and not only found. */
export interface ToldChange {
  readonly cause:
    | "created"
    | "authorised"
    | "rejected"
    | "revoked"
    | "deleted"
    | "consumed"
    | "suspended"
    | "resumed"
    | "amended";
  readonly by: ActorType;
  readonly at: Date;
}

/**
 * What the authorization server may say of a consent that we hold as this: it knows fewer words than we do, and lets a
 * TPP delete what has long ended. Whether time has ended one is ours to say.
 */
const SAID_OF: Readonly<Record<ConsentStatus, readonly ConsentStatus[]>> = {
  "awaiting-upload": ["awaiting-upload"],
  pending: ["pending"],
  "partially-authorised": ["partially-authorised", "pending"],
  authorised: ["authorised"],
  suspended: ["suspended"],
  consumed: ["consumed"],
  rejected: ["rejected", "revoked", "expired"],
  revoked: ["revoked", "terminated", "rejected", "expired"],
  terminated: ["terminated", "revoked", "rejected", "expired"],
  expired: ["expired", "revoked", "terminated", "rejected"],
};

/** @param now by the database's clock. */
export function agrees(ours: ConsentState, theirs: ToldConsent, now: Date): boolean {
  // A server that does not say the end has not taken it back.
  if (ours.status === "expired" && isOpen(theirs.status)) return isPastEnd({ ...ours, ...theirs }, now);
  if (isHeldBack(ours) && theirs.status === "authorised") return sameAccounts(ours.accountIds, theirs.accountIds);
  return SAID_OF[ours.status].includes(theirs.status) && (!isLive(ours.status) || sameTerms(ours, theirs));
}

/** A yes that others have still to give, or one of them has refused and that is on its way to be ended there. */
const isHeldBack = ({ status, signing }: ConsentState) =>
  (signing === "awaiting" && status === "partially-authorised") || (signing === "rejected" && status === "rejected");

/** An end that only one of us knows of is no other end. */
export function sameTerms(ours: ConsentState, theirs: ToldConsent): boolean {
  const [one, other] = [ours.expiresAt, theirs.expiresAt];
  return (!one || !other || one.getTime() === other.getTime()) && sameAccounts(ours.accountIds, theirs.accountIds);
}

export function sameAccounts(one: readonly string[], other: readonly string[]): boolean {
  const all = new Set(one);
  return all.size === new Set(other).size && other.every((id) => all.has(id));
}
