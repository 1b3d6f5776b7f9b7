import type { Database } from "../../database.ts";
import type { Consents } from "../consents/consents.ts";
import type { Transaction } from "../consents/transaction.ts";
import type { Answered, Extended, HandoffDecision, Handoffs } from "./handoff.ts";
import { findHandoff, lengthen, recordDecision, type StoredHandoff } from "./handoff-store.ts";
import { isExtensible } from "./handoff-time.ts";

type Acceptance = Extract<HandoffDecision, { kind: "accept" }>;
type Rejection = Extract<HandoffDecision, { kind: "reject" }>;

/** What must happen at the OAuth library when a decision falls; each call stores within the given transaction. */
export interface OAuthSide {
  /** Lets the interaction go on to a code. Answers false when it is gone. */
  accepted(transaction: Transaction, handoff: StoredHandoff, decision: Acceptance): Promise<boolean>;
  /** Lets the interaction end in an error at the TPP. Answers false when it is gone. */
  rejected(transaction: Transaction, handoff: StoredHandoff, decision: Rejection): Promise<boolean>;
  /** Has the interaction ask for a log-in again. Answers false when it is gone. */
  loginForgotten(transaction: Transaction, handoff: StoredHandoff): Promise<boolean>;
}

/** A page that could not do its work says nothing about the customer's will: the consent waits on (RFC 6749 4.1.2.1). */
const NOT_A_REFUSAL = new Set(["server_error", "temporarily_unavailable"]);

/** @param resumeAddress where the browser goes on after the answer to a hand-off. */
export function createHandoffs(
  sql: Database,
  consents: Consents,
  oauth: OAuthSide,
  resumeAddress: (handoff: StoredHandoff) => string,
): Handoffs {
  async function settle(
    transaction: Transaction,
    handoff: StoredHandoff,
    decision: HandoffDecision,
    interactionId: string | undefined,
  ): Promise<Exclude<Answered["outcome"], "decided_otherwise">> {
    if (decision.kind === "accept") {
      const authorised = await consents.authorise(transaction, handoff.consentId, {
        subject: handoff.subject,
        accountIds: decision.accountIds,
        ...(handoff.reauthorises !== undefined && { reauthorises: handoff.reauthorises }),
        ...(decision.signaturesOutstanding && { signaturesOutstanding: true }),
        ...(interactionId !== undefined && { interactionId }),
      });
      if (!authorised) return "consent_not_usable";
      if (handoff.replaces && !decision.signaturesOutstanding) {
        await consents.supersede(transaction, handoff.replaces, handoff.consentId, interactionId);
      }
      return (await oauth.accepted(transaction, handoff, decision)) ? "answered" : "unknown";
    }
    if (decision.kind === "log_in_again") {
      return (await oauth.loginForgotten(transaction, handoff)) ? "answered" : "unknown";
    }
    // A consent that is over cannot be refused any more, but the TPP still deserves its browser back with an error.
    if (!NOT_A_REFUSAL.has(decision.error)) {
      await consents.reject(transaction, handoff.consentId, { by: "customer", interactionId });
    }
    return (await oauth.rejected(transaction, handoff, decision)) ? "answered" : "unknown";
  }

  return {
    find: (loginId, loginState) => findHandoff(sql, loginId, loginState),
    async decide(loginId, loginState, decision, interactionId) {
      try {
        return await sql.begin(async (transaction): Promise<Answered> => {
          const handoff = await findHandoff(transaction, loginId, loginState, "for update");
          if (!handoff) return { outcome: "unknown" };
          if (handoff.decision) {
            if (handoff.resumed || !isSame(handoff.decision, decision)) return { outcome: "decided_otherwise" };
          } else {
            const outcome = await settle(transaction, handoff, decision, interactionId);
            if (outcome !== "answered") throw new Undone(outcome);
          }
          const answer = await recordDecision(transaction, loginId, handoff.decision ?? decision);
          const address = new URL(resumeAddress(handoff));
          address.searchParams.set("answer", answer);
          return { outcome: "answered", redirectTo: address.href };
        });
      } catch (error) {
        if (error instanceof Undone) return { outcome: error.outcome };
        throw error;
      }
    },
    extend: (loginId, loginState) =>
      sql.begin(async (transaction): Promise<Extended> => {
        const handoff = await findHandoff(transaction, loginId, loginState, "for update");
        if (!handoff) return { outcome: "unknown" };
        if (handoff.decision) return { outcome: "decided" };
        if (!isExtensible(handoff)) return { outcome: "not_extensible" };
        const expiresAt = await lengthen(transaction, handoff);
        return { outcome: "extended", handoff: { ...handoff, expiresAt, extensions: handoff.extensions + 1 } };
      }),
  };
}

/** Rolls the transaction back: a decision is kept whole or not at all. */
class Undone extends Error {
  constructor(readonly outcome: "unknown" | "consent_not_usable") {
    super(outcome);
  }
}

function isSame(earlier: HandoffDecision, later: HandoffDecision): boolean {
  if (earlier.kind !== "accept" || later.kind !== "accept") return earlier.kind === later.kind;
  return sameMembers(earlier.accountIds, later.accountIds) && sameMembers(earlier.grantedScopes, later.grantedScopes);
}

const sameMembers = (a: readonly string[], b: readonly string[]) =>
  JSON.stringify([...new Set(a)].sort()) === JSON.stringify([...new Set(b)].sort());
