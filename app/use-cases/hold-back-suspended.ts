import { askingStoppedBy } from "~/domain/tpp/suspension";
import type { AuthorizationServer } from "~/ports/authorization-server";
import type { TppSuspensions } from "~/ports/tpp-suspensions";

interface Needs<Server> {
  readonly authorizationServer: Server;
  readonly suspensions: Pick<TppSuspensions, "denialsOf">;
}

/**
 * The authorization server, which tells of an app that the bank has suspended, or that its register does not let
 * that it may ask nobody now: whatever is asked, shown and answered on its word is held back by that, also at a
 * server that does not know of it.
 *
 * @throws DeskUnavailable besides what `describe` throws: without our record nobody can say yes anyway
 */
export const holdBackSuspended = <Server extends AuthorizationServer>({
  authorizationServer,
  suspensions,
}: Needs<Server>): Server => ({
  ...authorizationServer,
  async describe(handoff, context) {
    const pending = await authorizationServer.describe(handoff, context);
    const { requester, subject } = pending.request;
    const stopped = askingStoppedBy(await suspensions.denialsOf(requester.clientId), subject.kind);
    if (!stopped) return pending;
    const standing = stopped === "register" ? "barred" : "suspended";
    return { ...pending, request: { ...pending.request, requester: { ...requester, standing } } };
  },
});
