import { AuthorityError, type AuthorizationServer } from "~/ports/authorization-server";
import type { Visit } from "~/ports/consent-desk";

interface Needs {
  readonly authorizationServer: AuthorizationServer;
}

/**
 * The customer needs longer (P-26). Where there is no more to give nothing changes: the page says until when.
 *
 * @returns until when, where that has changed.
 * @throws AuthorityError
 */
export const giveMoreTime =
  ({ authorizationServer }: Needs) =>
  async ({ handoff, correlationId }: Visit): Promise<Date | undefined> => {
    try {
      return await authorizationServer.extend(handoff, { correlationId });
    } catch (error) {
      if (!(error instanceof AuthorityError) || error.failure !== "decision-not-allowed") throw error;
      return undefined;
    }
  };
