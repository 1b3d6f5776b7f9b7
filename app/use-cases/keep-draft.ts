import type { Draft } from "~/domain/consent/draft";
import type { ConsentDesk, Visit } from "~/ports/consent-desk";
import { isOfOneRequest } from "./moment-before";

interface Needs {
  readonly desk: ConsentDesk;
}

/** What is done anew, or what that comes to beside all that was done before. */
type Change = Done | ((kept: Partial<Draft>) => Done);
type Done = Partial<Draft> & Pick<Draft, "chosen">;

/**
 * Keeps what a customer has done so far, so that the page can be shown otherwise and nothing has to be done again. What
 * `change` does not name stays as it was kept before on a page of the same request; of another request nothing is carried
 * over, least of all the moment that was taken before it (P-16). An answer that was given meanwhile stands.
 *
 * @param seen names the page on which it was done.
 * @throws DeskUnavailable
 */
export const keepDraft =
  ({ desk }: Needs) =>
  async (visit: Visit, change: Change, seen: string): Promise<void> => {
    const [{ recorded, draft }, page] = await Promise.all([desk.standing(visit), desk.pageShown(visit, seen)]);
    if (recorded || !page) return;
    const kept = draft && isOfOneRequest(draft.payloadHash, page.payloadHash) ? draft.draft : {};
    await desk.keepDraft(visit, { ...kept, ...(typeof change === "function" ? change(kept) : change) }, seen);
  };
