import { AuthorityError, type AuthorizationServer } from "~/ports/authorization-server";
import type { ConsentDesk, RecordedDecision, Visit } from "~/ports/consent-desk";

interface Needs {
  readonly authorizationServer: AuthorizationServer;
  readonly desk: ConsentDesk;
}

/**
 * The customer is back at an answered request and asks to go on. The address that was given works once and may be used
 * up, so the authorization server is asked for another; it gives one as long as the browser has not gone on.
 *
 * @throws AuthorityError `unavailable`
 */
export const goOn =
  ({ authorizationServer, desk }: Needs) =>
  async (visit: Visit, recorded: RecordedDecision): Promise<void> => {
    if (recorded.state !== "settled") return;
    try {
      const context = { correlationId: visit.correlationId };
      await desk.renewNextHop(recorded, await authorizationServer.decide(visit.handoff, recorded.decision, context));
    } catch (error) {
      if (!(error instanceof AuthorityError) || error.failure === "unavailable") throw error;
      await desk.forgetNextHop(recorded);
    }
  };
