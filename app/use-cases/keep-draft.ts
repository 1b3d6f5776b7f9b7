import type { Draft } from "~/domain/consent/draft";
import type { ConsentDesk, Visit } from "~/ports/consent-desk";

interface Needs {
  readonly desk: ConsentDesk;
}

/**
 * Keeps what a customer has done so far, so that the page can be shown otherwise and nothing has to be done again. What
 * `change` does not name stays as it was kept before. An answer that was given meanwhile stands.
 *
 * @param seen names the page on which it was done.
 * @throws DeskUnavailable
 */
export const keepDraft =
  ({ desk }: Needs) =>
  async (visit: Visit, change: Partial<Draft> & Pick<Draft, "chosen">, seen: string): Promise<void> => {
    const { recorded, draft } = await desk.standing(visit);
    if (recorded) return;
    await desk.keepDraft(visit, { ...draft?.draft, ...change }, seen);
  };
