import type { ActorType } from "../audit/actor";
import { AS_FOUND, type AsFound, MOVES, type Move, type MoveReason } from "./lifecycle";
import type { ToldConsent } from "./told";
import type { ConsentState, Moved, MoveFacts } from "./transition";
import { importConsent } from "./transitions";

/** One move of a consent that was made elsewhere, and what our picture is after it. */
export interface Step {
  readonly move: Move;
  readonly by: ActorType;
  readonly reason: MoveReason | AsFound;
  readonly next: ConsentState;
}

/** Undefined when the life cycle does not let it happen. */
export function step(move: Move, facts: MoveFacts, make: (facts: MoveFacts) => Moved): Step | undefined {
  const made = make(facts);
  return made.ok ? { move, by: facts.by, reason: facts.reason, next: made.value } : undefined;
}

/** Of a move that was not told, only found. */
export const found = (at: Date): MoveFacts => ({ by: "system", reason: AS_FOUND, at });

/** Why a move was made, as far as it was told: a reason of that move, which whoever made it may have. */
export function toldReason(move: Move, by: ActorType, { reason }: ToldConsent): MoveReason | AsFound {
  const rule: { readonly by: readonly ActorType[]; readonly reasons: readonly string[] } = MOVES[move];
  if (reason === undefined || !rule.by.includes(by) || !rule.reasons.includes(reason)) return AS_FOUND;
  return reason === "customer-pause" && by !== "customer" ? AS_FOUND : reason;
}

/** T1 of a consent that we hear of for the first time. */
export function imported(to: "pending" | "awaiting-upload", { createdAt, expiresAt }: ToldConsent): Step | undefined {
  return step("import", { by: "tpp", reason: "imported", at: createdAt }, (facts) =>
    importConsent(to, facts, expiresAt && { expiresAt }),
  );
}

/** What the authorization server holds, whatever led there. */
export function asFound(move: Move, by: ActorType, theirs: ToldConsent, version: number): Step {
  const { status, accountIds, expiresAt } = theirs;
  const next: ConsentState = {
    status,
    version,
    accountIds,
    ...(expiresAt && { expiresAt }),
    ...(status === "suspended" && { suspendedBy: by }),
  };
  return { move, by, reason: AS_FOUND, next };
}
