import type { AuthorizationServer, NextHop } from "~/ports/authorization-server";
import type { ConsentDesk, Visit } from "~/ports/consent-desk";

interface Needs {
  readonly authorizationServer: Pick<AuthorizationServer, "logInAgain">;
  readonly desk: Pick<ConsentDesk, "decisionOf" | "otherLogInAsked">;
}

/**
 * Somebody else is meant: they log in, and bring a hand-off of their own for the same request. Nothing is decided, and
 * nothing of this visit goes with them.
 *
 * @returns undefined when the visit was answered already: that answer stands.
 * @throws AuthorityError, DeskUnavailable
 */
export const logInAgain =
  ({ authorizationServer, desk }: Needs) =>
  async (visit: Visit): Promise<NextHop | undefined> => {
    if (await desk.decisionOf(visit.id)) return undefined;
    // Before the authorization server is asked: what went on without a trace could not be explained.
    await desk.otherLogInAsked(visit);
    return authorizationServer.logInAgain(visit.handoff, { correlationId: visit.correlationId });
  };
