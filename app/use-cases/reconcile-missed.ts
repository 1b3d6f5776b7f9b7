import { AuthorityError, type AuthorizationServer, type ConsentReference } from "~/ports/authorization-server";
import type { ConsentUpkeep, DatabaseInstant, Looked } from "~/ports/consent-register-upkeep";
import type { ConsentWalk } from "~/ports/consent-walk";

interface Needs {
  readonly authorizationServer: Pick<AuthorizationServer, "findConsent">;
  readonly upkeep: ConsentUpkeep;
  readonly walk: ConsentWalk;
}

/** How many are asked about one by one after each walk. */
const ASKED = 100;
/**
 * More than so many gone at once is no bank's daily business but another authorization server, or one set back in time:
 * then a person decides, and no customer is told that anything ended.
 */
const MOST_CLOSED = 10;

export interface Missed {
  readonly gone: number;
  readonly closed: number;
  /** Why the authorization server could not say of one of them whether it holds it. */
  readonly unclear?: AuthorityError;
}

/**
 * Open consents of ours that a whole walk did not meet: each is asked about by name, and ended here when there are few
 * that the authorization server does not hold. What it does not hold gives nobody access, so that calling it live
 * would be the lie. One that it cannot answer for holds up no other.
 *
 * @throws DeskUnavailable
 */
export const reconcileMissed =
  ({ authorizationServer, upkeep, walk }: Needs) =>
  async (roundStarted: DatabaseInstant): Promise<Missed> => {
    const gone: (readonly [ConsentReference, Looked])[] = [];
    let unclear: AuthorityError | undefined;
    for (const consent of await walk.missed(roundStarted, ASKED)) {
      const looked = { since: await upkeep.now(), correlationId: crypto.randomUUID() };
      const record = await authorizationServer.findConsent(consent, looked).catch(asUnclear);
      if (record instanceof AuthorityError) unclear ??= record;
      else if (record) await upkeep.takeRecord(record, looked);
      else gone.push([consent, looked]);
    }
    let open = 0;
    for (const [{ id }] of gone) open = await walk.report(id);
    let closed = 0;
    if (open <= MOST_CLOSED) {
      for (const [consent, looked] of gone) closed += (await walk.close(consent, looked)) ? 1 : 0;
    }
    return { gone: gone.length, closed, ...(unclear && { unclear }) };
  };

function asUnclear(error: unknown): AuthorityError {
  if (error instanceof AuthorityError) return error;
  throw error;
}
