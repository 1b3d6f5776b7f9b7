import { setTimeout as sleep } from "node:timers/promises";
import type { Decision } from "~/domain/consent/decision";
import { AuthorityError, type AuthorizationServer, type ConsentRecord } from "~/ports/authorization-server";
import type { ConsentDesk, RecordedDecision, Visit } from "~/ports/consent-desk";

interface Needs {
  readonly authorizationServer: AuthorizationServer;
  readonly desk: ConsentDesk;
}

/** How long to wait for whoever is sending the same decision, in milliseconds. */
const PATIENCE = 5_000;

/**
 * Brings a recorded decision to the authorization server and answers what became of it. It may be called again at any
 * time: what has ended is read back, and what was left in between is sent again, which the authorization server takes as
 * the same answer. Still `intended` means: it could not be reached, nothing is known, asking again is safe.
 *
 * @throws AuthorityError only for what no authorization server may answer here
 */
export const settleDecision =
  ({ authorizationServer, desk }: Needs) =>
  async (visit: Visit, recorded: RecordedDecision): Promise<RecordedDecision> => {
    if (recorded.state !== "intended") return recorded;
    if (!(await desk.takeToSend(recorded))) return whoeverSends(desk, visit, recorded);
    const context = { correlationId: visit.correlationId };
    try {
      const nextHop = await authorizationServer.decide(visit.handoff, recorded.decision, context);
      return await desk.settle(visit, recorded, nextHop);
    } catch (error) {
      const failure = failureOf(error);
      if (failure === "unavailable") return giveBack(desk, recorded);
      if (failure === "decision-not-allowed") return desk.close(visit, recorded, "not-allowed");
      // It does not know the hand-off any more, or took an answer before: perhaps this one, whose confirmation was lost.
      const consent = await authorizationServer
        .findConsent({ id: visit.consentId, clientId: visit.clientId, kind: visit.kind }, context)
        .catch((asking: unknown) => failureOf(asking) && ("unavailable" as const));
      if (consent === "unavailable") return giveBack(desk, recorded);
      if (isOutcomeOf(visit, recorded.decision, consent)) return desk.settle(visit, recorded, undefined);
      return desk.close(visit, recorded, failure === "handoff-unknown" ? "lapsed" : "spent");
    }
  };

function failureOf(error: unknown): AuthorityError["failure"] {
  if (error instanceof AuthorityError) return error.failure;
  throw error;
}

async function giveBack(desk: ConsentDesk, recorded: RecordedDecision): Promise<RecordedDecision> {
  await desk.giveBack(recorded);
  return recorded;
}

/** Whether the consent stands as this decision would have left it. */
function isOutcomeOf({ mode }: Visit, decision: Decision, consent: ConsentRecord | undefined): boolean {
  if (!consent) return false;
  const same =
    decision.outcome === "allowed" && [...consent.accountIds].sort().join() === [...decision.accountIds].sort().join();
  if (mode?.is === "again") {
    // A no leaves everything as it was, and a yes is one change more: the accounts were there before it.
    const isLater = Number(consent.revision) > Number(mode.revision);
    return decision.outcome === "allowed" ? same && isLater : !isLater;
  }
  if (decision.outcome === "refused") return consent.status === "rejected";
  // Accounts come to a consent by an answer alone, whatever became of it after that.
  return same && decision.accountIds.length > 0;
}

async function whoeverSends(desk: ConsentDesk, visit: Visit, recorded: RecordedDecision): Promise<RecordedDecision> {
  for (let waited = 0; waited < PATIENCE; waited += 100) {
    const now = await desk.decisionOf(visit.id);
    if (now && now.state !== "intended") return now;
    await sleep(100);
  }
  return recorded;
}
