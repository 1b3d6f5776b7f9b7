import { createHash } from "node:crypto";
import { type MadeOf, shownText } from "~/domain/evidence/shown-page";
import type { AccountId } from "~/domain/shared/ids";
import type { ConsentDesk, VisitRecord } from "~/ports/consent-desk";
import { momentBefore } from "./moment-before";

interface Needs {
  readonly desk: Pick<ConsentDesk, "keepShown">;
}

/** A page that is about to be put before its customer. */
export interface PageToShow {
  readonly locale: string;
  readonly catalogueVersion: string;
  readonly payloadHash: string;
  readonly made: MadeOf;
  readonly said: unknown;
  readonly choosable: readonly AccountId[];
  /** It is the page that stands before the question (P-16). */
  readonly isMoment?: boolean;
}

/**
 * Keeps a page before it is shown.
 *
 * @returns its name, which comes back with the answer.
 * @throws DeskUnavailable: what cannot be kept is not shown.
 */
export const keepShown =
  ({ desk }: Needs) =>
  async (visit: VisitRecord, { made, said, choosable, isMoment, ...asked }: PageToShow): Promise<string> => {
    const page = isMoment ? { ...asked, payloadHash: momentBefore(asked.payloadHash) } : asked;
    const shownHash = createHash("sha256")
      .update(shownText({ ...page, said }))
      .digest("base64url");
    await desk.keepShown(
      visit,
      { ...page, shownHash, shown: { made, said, choosable } },
      isMoment ? made.risk : undefined,
    );
    return shownHash;
  };
