import type { ConsentId } from "~/domain/shared/ids";
import type { AuthorizationServer } from "~/ports/authorization-server";
import type { ConsentUpkeep, Taken } from "~/ports/consent-register-upkeep";

interface Needs {
  readonly authorizationServer: Pick<AuthorizationServer, "listConsents">;
  readonly upkeep: ConsentUpkeep;
}

/** The most that an authorization server has to give at once. */
export const PAGE_SIZE = 100;

export type Reconciled = Readonly<Record<Taken | "seen", number>>;
export const NONE: Reconciled = { seen: 0, older: 0, same: 0, entered: 0, moved: 0, repaired: 0, disputed: 0, busy: 0 };

export interface ReconciledPage {
  readonly counts: Reconciled;
  /** Absent when the page was empty: there is nothing behind it. */
  readonly last?: ConsentId;
}

/**
 * Asks the authorization server for one page of its consents, newest first, and brings our picture of them to what it
 * says.
 *
 * @param after the last one of the page before.
 * @throws AuthorityError
 * @throws DeskUnavailable
 */
export const reconcilePage =
  ({ authorizationServer, upkeep }: Needs) =>
  async (after?: ConsentId): Promise<ReconciledPage> => {
    const looked = { since: await upkeep.now(), correlationId: crypto.randomUUID() };
    const page = await authorizationServer.listConsents({}, { size: PAGE_SIZE, ...(after && { after }) }, looked);
    const others = await upkeep.confirm(page, looked);
    const counts = { ...NONE, seen: page.length, same: page.length - others.length };
    for (const record of others) counts[await upkeep.takeRecord(record, looked)] += 1;
    const last = page.at(-1)?.id;
    return { counts, ...(last && { last }) };
  };

export const added = (one: Reconciled, other: Reconciled): Reconciled => ({
  seen: one.seen + other.seen,
  older: one.older + other.older,
  same: one.same + other.same,
  entered: one.entered + other.entered,
  moved: one.moved + other.moved,
  repaired: one.repaired + other.repaired,
  disputed: one.disputed + other.disputed,
  busy: one.busy + other.busy,
});
