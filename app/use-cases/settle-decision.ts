import { AuthorityError, type AuthorizationServer, type NextHop } from "~/ports/authorization-server";
import type { ConsentDesk, RecordedDecision, Visit } from "~/ports/consent-desk";

interface Needs {
  readonly authorizationServer: AuthorizationServer;
  readonly desk: ConsentDesk;
}

export type Settlement =
  | { readonly state: "settled"; readonly nextHop: NextHop }
  /** The authorization server does not take it, and never will. */
  | { readonly state: "closed" }
  /** The authorization server could not be reached; nothing is known of the outcome, and asking again is safe. */
  | { readonly state: "intended" };

/**
 * Brings a recorded decision to the authorization server. It may be called again at any time: a settled decision is
 * read back, and one that was left in between is sent again, which the authorization server takes as the same answer.
 */
export const settleDecision =
  ({ authorizationServer, desk }: Needs) =>
  async (visit: Visit, recorded: RecordedDecision): Promise<Settlement> => {
    if (recorded.nextHop) return { state: "settled", nextHop: recorded.nextHop };
    if (recorded.state === "closed") return { state: "closed" };
    try {
      const context = { correlationId: visit.correlationId };
      const nextHop = await authorizationServer.decide(visit.handoff, recorded.decision, context);
      await desk.settle(visit, recorded, nextHop);
      return { state: "settled", nextHop };
    } catch (error) {
      if (!(error instanceof AuthorityError)) throw error;
      if (error.failure === "unavailable") return { state: "intended" };
      await desk.close(visit, recorded, error.failure === "decision-not-allowed" ? "not-allowed" : "spent");
      return { state: "closed" };
    }
  };
