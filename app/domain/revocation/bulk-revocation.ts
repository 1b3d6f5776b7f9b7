import type { MOVES } from "../consent/lifecycle";

/**
 *   preparing ──▶ prepared ──▶ running ──▶ done
 *       │             │           │
 *       └▶ too-many   └▶ not-run  └▶ stopping ──▶ stopped
 *
 * Prepared, it is a list of consents that does not change. It runs once, when somebody else has approved that very list.
 */
export const REVOCATION_STATES = [
  "preparing",
  "too-many",
  "prepared",
  "not-run",
  "running",
  "stopping",
  "stopped",
  "done",
] as const;
export type RevocationState = (typeof REVOCATION_STATES)[number];

/** Of one consent of the list: waiting → sent → revoked or not-revoked; waiting → ended-before. */
export const ITEM_STATES = ["waiting", "sent", "revoked", "not-revoked", "ended-before"] as const;
export type ItemState = (typeof ITEM_STATES)[number];

export type RevocationReason = (typeof MOVES)["terminate"]["reasons"][number];

/** How far it has come. */
export interface RevocationProgress {
  readonly count: number;
  /** Of how many the end is on record and on its way. */
  readonly begun: number;
  readonly revoked: number;
  /** Had ended by themselves. */
  readonly endedBefore: number;
  /** The authorization server does not end them. */
  readonly notRevoked: number;
}

/** How many are neither begun nor over. */
export const notBegun = ({ count, begun, endedBefore }: RevocationProgress): number => count - begun - endedBefore;

/** How many have their result. */
export const over = ({ revoked, endedBefore, notRevoked }: RevocationProgress): number =>
  revoked + endedBefore + notRevoked;

/** Whether it ran, is over, and left consents as they were: it was stopped, or some could not be ended. */
export const leavesSome = ({ state, ...progress }: RevocationProgress & { readonly state: RevocationState }): boolean =>
  (state === "stopped" || state === "done") && notBegun(progress) + progress.notRevoked > 0;

/** Whether nothing changes any more. */
export const hasEnded = (state: RevocationState): boolean =>
  state === "too-many" || state === "not-run" || state === "stopped" || state === "done";

/**
 * @param ranForMs since it began.
 * @returns consents a second, and how many seconds are left at that; undefined before there is anything to go by.
 */
export function paceOf(
  progress: RevocationProgress,
  ranForMs: number,
): { readonly perSecond: number; readonly secondsLeft: number } | undefined {
  const done = over(progress);
  if (done === 0 || ranForMs <= 0) return undefined;
  const perSecond = done / (ranForMs / 1_000);
  return { perSecond, secondsLeft: Math.ceil((progress.count - done) / perSecond) };
}
