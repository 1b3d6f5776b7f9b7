import { randomUUID } from "node:crypto";
import type { AuthorizationServer } from "~/ports/authorization-server";
import type { TppFacts } from "~/ports/tpp-facts";

interface Needs {
  readonly facts: Pick<TppFacts, "claim" | "keep">;
  readonly authorizationServer: Pick<AuthorizationServer, "listClients">;
}

/** How many at once: more than any register has now, and few enough for one statement. */
const BATCH = 500;

/**
 * Looks up what the registrations of apps say that customers share with (D-20). One call tells of all of them. While the
 * authorization server is away what was known stays, with its time.
 *
 * @throws AuthorityError `unavailable`, DeskUnavailable
 */
export const refreshAppFacts =
  ({ facts, authorizationServer }: Needs) =>
  async () => {
    const claimed = await facts.claim(BATCH);
    if (claimed.length === 0) return { refreshed: 0, unregistered: 0, more: false };
    const asked = new Set(claimed);
    const all = await authorizationServer.listClients({ correlationId: randomUUID() });
    const registered = all.filter(({ clientId }) => asked.has(clientId));
    await facts.keep(claimed, registered);
    return {
      refreshed: registered.length,
      unregistered: claimed.length - registered.length,
      more: claimed.length === BATCH,
    };
  };
