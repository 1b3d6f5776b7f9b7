import type { ConsentId } from "~/domain/shared/ids";
import { AuthorityError } from "~/ports/authorization-server";
import type { DatabaseInstant } from "~/ports/consent-register-upkeep";
import type { ConsentWalk } from "~/ports/consent-walk";
import type { Missed } from "./reconcile-missed";
import { added, NONE, type Reconciled, type ReconciledPage } from "./reconcile-page";

interface Needs {
  readonly walk: ConsentWalk;
  reconcilePage(after?: ConsentId): Promise<ReconciledPage>;
  reconcileMissed(roundStarted: DatabaseInstant): Promise<Missed>;
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
    let isRoundOver = false;
    try {
      for (let page = 0; page < pages && !isRoundOver && !signal.aborted; page++) {
        const reconciled = await reconcilePage(after);
        counts = added(counts, reconciled.counts);
        after = reconciled.last ?? after;
        isRoundOver = reconciled.last === undefined;
      }
    } catch (error) {
      // Where it stopped may be gone there: only an outage is waited for in the same place.
      const isOutage = !(error instanceof AuthorityError) || error.failure === "unavailable";
      await walk.put(counts.seen, isOutage ? after : undefined);
      throw error;
    }
    if (!isRoundOver) {
      await walk.put(counts.seen, after);
      return { ...counts, rounds: 0, gone: 0, closed: 0 };
    }
    // First the end: whatever becomes of those that were missed, the next round begins.
    await walk.end(counts.seen);
    const { unclear, ...missed } = await reconcileMissed(position.roundStarted);
    if (unclear) throw unclear;
    return { ...counts, rounds: 1, ...missed };
  };
