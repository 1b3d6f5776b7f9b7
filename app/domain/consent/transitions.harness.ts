import fc from "fast-check";
import type { ActorType } from "../audit/actor";
import { CONSENT_STATUSES, MOVES, type Move, type MoveReason } from "./lifecycle";
import type { ConsentState, Moved, MoveFacts } from "./transition";
import * as transitions from "./transitions";

export const END = new Date("2027-01-01T00:00:00Z");
export const BEFORE_END = new Date("2026-12-31T23:59:59.999Z");

/** Everything that any move asks for. */
export interface Attempt extends MoveFacts {
  readonly accountIds: readonly string[];
  readonly accountId: string;
  readonly expiresAt?: Date;
  readonly scheme: transitions.SchemeProfile;
  readonly startedByTpp: boolean;
  readonly sca: "full" | "exempted" | "none";
}

/** Every transition under its move; T1 starts from nothing. */
export const TRANSITIONS: Readonly<Record<Exclude<Move, "import">, (consent: ConsentState, how: Attempt) => Moved>> = {
  upload: transitions.upload,
  authorise: transitions.authorise,
  "authorise-partly": transitions.authorisePartly,
  complete: transitions.complete,
  decline: transitions.decline,
  fail: transitions.fail,
  renew: transitions.renew,
  suspend: transitions.suspend,
  resume: transitions.resume,
  stop: transitions.stop,
  withdraw: transitions.withdraw,
  terminate: transitions.terminate,
  expire: transitions.expire,
  consume: transitions.consume,
  "drop-account": transitions.dropAccount,
  reconnect: transitions.reconnect,
};
export const MOVE_NAMES = Object.keys(TRANSITIONS) as Exclude<Move, "import">[];

export const aState = (over: Partial<ConsentState> = {}): ConsentState => ({
  status: "authorised",
  version: 3,
  accountIds: ["acc-1", "acc-2"],
  expiresAt: END,
  ...over,
  ...(over.status === "suspended" && { suspendedBy: over.suspendedBy ?? "customer" }),
});

/** An attempt at a move that has nothing against it but, perhaps, where the consent is. */
export const anAttempt = (move: Move, over: Partial<Attempt> = {}): Attempt => ({
  // The bank suspends from everywhere that it can be done from; a customer not over their own pause.
  by: move === "suspend" ? "staff" : MOVES[move].by[0],
  reason: MOVES[move].reasons[0],
  at: move === "expire" ? END : BEFORE_END,
  accountIds: ["acc-1"],
  accountId: "acc-1",
  scheme: { reconnect: true },
  startedByTpp: true,
  sca: "full",
  ...over,
});

const ACTORS: readonly ActorType[] = ["customer", "tpp", "staff", "system"];
const REASONS = [...new Set(Object.values(MOVES).flatMap(({ reasons }) => reasons as readonly MoveReason[]))];
const accounts = fc.subarray(["acc-1", "acc-2", "acc-3"]);
const instants = fc.constantFrom(BEFORE_END, END, new Date(END.getTime() + 1));

/** Anything that anybody might try, most of it unlawful. */
export const attempts: fc.Arbitrary<Attempt> = fc.record({
  by: fc.constantFrom(...ACTORS),
  reason: fc.constantFrom(...REASONS),
  at: instants,
  accountIds: accounts,
  accountId: fc.constantFrom("acc-1", "acc-2", "acc-9"),
  scheme: fc.record({ reconnect: fc.boolean() }),
  startedByTpp: fc.boolean(),
  sca: fc.constantFrom("full", "exempted", "none"),
});

export const states: fc.Arbitrary<ConsentState> = fc
  .record({
    status: fc.constantFrom(...CONSENT_STATUSES),
    version: fc.integer({ min: 1, max: 50 }),
    accountIds: accounts,
    suspendedBy: fc.constantFrom("customer", "staff", "system"),
    pauseBeneath: fc.option(fc.record({ until: instants }, { requiredKeys: [] }), { nil: undefined }),
  })
  .map(({ suspendedBy, pauseBeneath, ...state }) => {
    if (state.status !== "suspended") return aState(state);
    return aState({ ...state, suspendedBy, ...(suspendedBy !== "customer" && pauseBeneath && { pauseBeneath }) });
  });
