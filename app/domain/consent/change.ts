import type { Actor } from "../audit/actor";
import { type ConsentKind, traitsOf } from "../consent-kinds/index";
import { failed } from "../shared/result";
import { type ConsentStatus, isLive, type MOVES, type Move } from "./lifecycle";
import { type ConsentState, isPastEnd, type Moved, type MoveFacts } from "./transition";
import { removeAccount, resume, stop, suspend, terminate } from "./transitions";

/** The move of the life cycle that is made by what somebody asks for outside the consent page: T11, T13, T9, T10, T8. */
export const MOVE_OF = {
  stop: "stop",
  terminate: "terminate",
  suspend: "suspend",
  resume: "resume",
  "remove-account": "renew",
} as const satisfies Record<string, Move>;
export type ChangeMove = keyof typeof MOVE_OF;

/** Who may ask. What a TPP or the clock does reaches us from the authorization server. */
export type Changer = Extract<Actor, { readonly type: "customer" | "staff" }>;

/** Of T8's reasons the one that takes an account out; of the others all. */
type ReasonOf<Name extends ChangeMove> = Name extends "remove-account"
  ? "account-removed"
  : (typeof MOVES)[(typeof MOVE_OF)[Name]]["reasons"][number];

/** What some need to be told beside. */
interface Particulars {
  readonly "remove-account": { readonly accountId: string };
  /** Absent: it lasts until it is taken back. */
  readonly suspend: { readonly hours?: PauseHours };
}

/** For how long a customer can pause (D-09). */
const PAUSE_HOURS = [24, 7 * 24] as const;
export type PauseHours = (typeof PAUSE_HOURS)[number];

/** One move with one of its own reasons, by somebody whom the life cycle lets make it. */
export type ConsentChange = {
  readonly [Name in ChangeMove]: {
    readonly move: Name;
    readonly reason: ReasonOf<Name>;
    readonly actor: Extract<Changer, { readonly type: (typeof MOVES)[(typeof MOVE_OF)[Name]]["by"][number] }>;
  } & (Name extends keyof Particulars ? Particulars[Name] : unknown);
}[ChangeMove];

const TRANSITIONS = { stop, terminate, suspend, resume } as const;

/**
 * What a change leads to. Customers pause what lasts, and never a payment that is used up by one use: that one is about
 * to be made, or was (D-09). What has run out has ended, whatever is written down of it (T14): there is nothing to change.
 *
 * @param at by the database's clock.
 */
export function changed(
  consent: ConsentState & { readonly kind: ConsentKind },
  change: ConsentChange,
  at: Date,
): Moved {
  if (isPastEnd(consent, at)) return failed("expired");
  if (change.move === "suspend" && change.actor.type === "customer" && !traitsOf(consent.kind).lasts) {
    return failed("not-of-this-kind");
  }
  // The life cycle lets staff resume what anybody suspended: a pause of the customer's is theirs to take back all the same.
  if (change.move === "resume" && change.actor.type === "staff" && consent.suspendedBy === "customer") {
    return failed("not-theirs-to-do");
  }
  const facts: MoveFacts = { by: change.actor.type, reason: change.reason, at };
  return change.move === "remove-account"
    ? removeAccount(consent, { ...facts, accountId: change.accountId })
    : TRANSITIONS[change.move](consent, facts);
}

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
  "remove-account": {
    intended: "account-being-removed",
    settled: "account-removed",
    closed: "account-not-removed",
  },
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
  "remove-account": ["authorised"],
} as const satisfies Record<ChangeMove, readonly ConsentStatus[]>;

export type ChangeOutcome =
  | "took-effect"
  /** It stands as asked, and not by our asking: who did it will be told by the authorization server. */
  | "stands-already"
  | "not-allowed"
  /** The authorization server contradicts itself: nothing is known, and it has to be asked again. */
  | "unclear";

interface AnsweredChange {
  readonly move: ChangeMove;
  readonly reason: string;
  readonly accountId?: string;
  readonly overPause?: boolean;
}

/** What the authorization server holds of a consent, as far as a change of it goes. */
export interface HeldConsent {
  readonly status: ConsentStatus;
  readonly accountIds: readonly string[];
  /** Of its newest change, where it keeps that. */
  readonly reason?: string;
}

/**
 * What became of a change, from the authorization server's answer to it and from what it holds now.
 *
 * @param held undefined when it holds no such consent: then there is no access either.
 */
export function outcomeOf(
  { move, reason, accountId, overPause = false }: AnsweredChange,
  answer: "taken" | "refused",
  held: HeldConsent | undefined,
): ChangeOutcome {
  if (overPause) return outcomeOverPause(move, answer, held);
  const wanted: readonly ConsentStatus[] = LEADS_TO[move];
  const isLeft = accountId === undefined || !held?.accountIds.includes(accountId);
  const stands = held === undefined ? endsConsent(move) : wanted.includes(held.status) && isLeft;
  // It also says yes when somebody was first: the pause that is the bank's must not become the customer's to lift (T10).
  const isAnothers = held?.reason !== undefined && held.reason !== reason;
  if (stands) return answer === "taken" && !isAnothers ? "took-effect" : "stands-already";
  return answer === "taken" && held !== undefined && isLive(held.status) ? "unclear" : "not-allowed";
}

/**
 * The authorization server has it as suspended, with the customer's pause as its reason, before a hold over that pause and
 * after it: what counts is that nothing flows. One that goes on there is no pause any more to go back to.
 */
function outcomeOverPause(move: ChangeMove, answer: "taken" | "refused", held: HeldConsent | undefined): ChangeOutcome {
  if (held?.status === "suspended") return "took-effect";
  if (held?.status !== "authorised" || answer === "refused") return "not-allowed";
  return move === "resume" ? "stands-already" : "unclear";
}
