import type { ConsentId } from "~/domain/shared/ids";
import { AuthorityError } from "~/ports/authorization-server";
import type { DatabaseInstant } from "~/ports/consent-register-upkeep";
import type { ConsentWalk } from "~/ports/consent-walk";
import { added, NONE, type Reconciled, type ReconciledPage } from "./reconcile-page";

interface Needs {
  readonly walk: ConsentWalk;
  reconcilePage(after?: ConsentId): Promise<ReconciledPage>;
  reconcileMissed(roundStarted: DatabaseInstant): Promise<{ readonly gone: number; readonly closed: number }>;
}

export type Walked = Reconciled & { readonly rounds: number; readonly gone: number; readonly closed: number };

/**
 * Walks on through the authorization server's consents from where the last walker stopped, some pages far. At the end of
 * a round it looks for what the round did not meet.
 *
 * @returns undefined while somebody else walks.
 * @throws AuthorityError
 * @throws DeskUnavailable
 */
export const reconcileWalk =
  ({ walk, reconcilePage, reconcileMissed }: Needs) =>
  async (pages: number, signal: AbortSignal): Promise<Walked | undefined> => {
    const position = await walk.take();
    if (!position) return undefined;
    let counts = NONE;
    let after = position.after;
    const nothing = { rounds: 0, gone: 0, closed: 0 };
    try {
      for (let page = 0; page < pages && !signal.aborted; page++) {
        const reconciled = await reconcilePage(after);
        counts = added(counts, reconciled.counts);
        if (reconciled.last === undefined) {
          const missed = await reconcileMissed(position.roundStarted);
          await walk.end(counts.seen);
          return { ...counts, rounds: 1, ...missed };
        }
        after = reconciled.last;
      }
    } catch (error) {
      // Where it stopped may be gone there: only an outage is waited for in the same place.
      const isOutage = !(error instanceof AuthorityError) || error.failure === "unavailable";
      await walk.put(counts.seen, isOutage ? after : undefined);
      throw error;
    }
    await walk.put(counts.seen, after);
    return { ...counts, ...nothing };
  };
