import type { AuthorityInbox } from "~/ports/authority-inbox";
import type { AuthorityEvent, AuthorizationServer } from "~/ports/authorization-server";
import type { ConsentUpkeep, Taken } from "~/ports/consent-register-upkeep";

interface Needs {
  readonly inbox: Pick<AuthorityInbox, "postpone">;
  readonly upkeep: ConsentUpkeep;
  readonly authorizationServer: Pick<AuthorizationServer, "findConsent">;
}

/** Seconds until what is under way is asked about again. */
const PATIENCE = 1;

/**
 * Takes in one event, in whatever order they come. What was told is enough where it follows from what we hold; where
 * it contradicts that, or a move of our own that it may not know of yet, the authorization server is asked what holds now.
 *
 * @throws AuthorityError when it could not be asked
 * @throws DeskUnavailable
 */
export const takeAuthorityEvent =
  ({ inbox, upkeep, authorizationServer }: Needs) =>
  async (event: AuthorityEvent): Promise<Taken> => {
    let taken = await upkeep.takeEvent(event);
    if (taken === "ask") {
      const looked = { since: await upkeep.now(), correlationId: event.correlationId };
      const record = await authorizationServer.findConsent(event.record, looked);
      taken = await upkeep.takeEventAsHeld(event, record, looked);
    }
    if (taken === "busy") await inbox.postpone(event, PATIENCE);
    return taken;
  };
