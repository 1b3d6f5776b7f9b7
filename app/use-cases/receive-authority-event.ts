import type { AuthorityInbox } from "~/ports/authority-inbox";
import type { AuthorizationServer } from "~/ports/authorization-server";

interface Needs {
  readonly inbox: Pick<AuthorityInbox, "keep">;
  readonly authorizationServer: Pick<AuthorizationServer, "readEvent">;
}

/**
 * Keeps an event that the authorization server pushed, for the job that takes it in; nothing more is done while it waits
 * for our answer. The same event again is kept once, and one of other matters not at all.
 *
 * @returns false when it is none that the authorization server signed for us.
 * @throws AuthorityError when its keys could not be had
 * @throws DeskUnavailable
 */
export const receiveAuthorityEvent =
  ({ inbox, authorizationServer }: Needs) =>
  async (body: string): Promise<boolean> => {
    const event = await authorizationServer.readEvent(body);
    if (event && event !== "of-other-matters") await inbox.keep(event);
    return event !== undefined;
  };
