import { AuthorityError, type AuthorizationServer, type Handoff, type NextHop } from "~/ports/authorization-server";

interface Needs {
  readonly authorizationServer: Pick<AuthorizationServer, "turnAway">;
}

/**
 * Ends a hand-off that is about something we cannot show (C-05), so that the TPP learns of it and the customer can go
 * back. Nobody was asked, so there is no decision: the authorization server's own record says what became of it.
 *
 * @returns undefined when the authorization server does not take it; then the hand-off lapses by itself.
 */
export const turnAway =
  ({ authorizationServer }: Needs) =>
  async (handoff: Handoff, correlationId: string): Promise<NextHop | undefined> => {
    try {
      return await authorizationServer.turnAway(handoff, { correlationId });
    } catch (error) {
      if (error instanceof AuthorityError) return undefined;
      throw error;
    }
  };
