import type { Actor } from "../audit/actor";
import { failed } from "../shared/result";
import { type ConsentStatus, isLive, type MOVES } from "./lifecycle";
import { type ConsentState, isPastEnd, type Moved } from "./transition";
import { resume, stop, suspend, terminate } from "./transitions";

/** The moves that somebody asks for outside the consent page: T11, T13, T9, T10. */
export type ChangeMove = "stop" | "terminate" | "suspend" | "resume";

/** Who may ask. What a TPP or the clock does reaches us from the authorization server. */
export type Changer = Extract<Actor, { readonly type: "customer" | "staff" }>;

/** One move with one of its own reasons, by somebody whom the life cycle lets make it. */
export type ConsentChange = {
  readonly [Name in ChangeMove]: {
    readonly move: Name;
    readonly reason: (typeof MOVES)[Name]["reasons"][number];
    readonly actor: Extract<Changer, { readonly type: (typeof MOVES)[Name]["by"][number] }>;
  };
}[ChangeMove];

const TRANSITIONS = { stop, terminate, suspend, resume } as const satisfies Record<ChangeMove, unknown>;

/**
 * What a change leads to. What has run out has ended, whatever is written down of it (T14): there is nothing to change.
 *
 * @param at by the database's clock.
 */
export const changed = (consent: ConsentState, { move, reason, actor }: ConsentChange, at: Date): Moved =>
  isPastEnd(consent, at) ? failed("expired") : TRANSITIONS[move](consent, { by: actor.type, reason, at });

/** Nothing leads on from there, so that it does not wait for a pause that is under way: what comes late changes nothing. */
export const endsConsent = (move: ChangeMove): boolean => move === "stop" || move === "terminate";

/** intended → settled, or intended → closed; never back. */
export type ChangeState = "intended" | "settled" | "closed";

/**
 * What may be said of a change. While it is intended, data still flows: access ends, or comes back, only when the
 * authorization server has it.
 */
export const STANDINGS = {
  stop: { intended: "being-stopped", settled: "stopped", closed: "not-stopped" },
  terminate: { intended: "being-terminated", settled: "terminated", closed: "not-terminated" },
  suspend: { intended: "being-suspended", settled: "suspended", closed: "not-suspended" },
  resume: { intended: "being-resumed", settled: "resumed", closed: "not-resumed" },
} as const satisfies Record<ChangeMove, Record<ChangeState, string>>;

export type ChangeStanding = (typeof STANDINGS)[ChangeMove][ChangeState];

export const standingOf = ({
  move,
  state,
}: {
  readonly move: ChangeMove;
  readonly state: ChangeState;
}): ChangeStanding => STANDINGS[move][state];

/**
 * How the authorization server names what a move leads to. It ends by `revoked` whoever asks, and a payment, which was
 * authorised before, by `rejected`: the UK payment APIs know no other end.
 */
const LEADS_TO = {
  stop: ["revoked", "terminated", "rejected"],
  terminate: ["revoked", "terminated", "rejected"],
  suspend: ["suspended"],
  resume: ["authorised"],
} as const satisfies Record<ChangeMove, readonly ConsentStatus[]>;

export type ChangeOutcome =
  | "took-effect"
  /** It stands as asked, and not by our asking: who did it will be told by the authorization server. */
  | "stands-already"
  | "not-allowed"
  /** The authorization server contradicts itself: nothing is known, and it has to be asked again. */
  | "unclear";

/**
 * What became of a change, from the authorization server's answer to it and from what it holds now.
 *
 * @param held undefined when it holds no such consent: then there is no access either.
 */
export function outcomeOf(
  move: ChangeMove,
  answer: "taken" | "refused",
  held: ConsentStatus | undefined,
): ChangeOutcome {
  const wanted: readonly ConsentStatus[] = LEADS_TO[move];
  const stands = held === undefined ? endsConsent(move) : wanted.includes(held);
  if (stands) return answer === "taken" ? "took-effect" : "stands-already";
  return answer === "taken" && held !== undefined && isLive(held) ? "unclear" : "not-allowed";
}
