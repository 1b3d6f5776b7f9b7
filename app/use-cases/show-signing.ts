import type { SigningDesk } from "~/ports/signing-desk";
import { type SignerHere, signerVisit } from "./agree-to-sign";
import type { keepShown, PageToShow } from "./keep-shown";
import type { SigningView } from "./view-signing";

interface Needs {
  readonly desk: Pick<SigningDesk, "openVisit">;
  readonly keep: ReturnType<typeof keepShown>;
}

/**
 * Keeps the page of whoever is asked to sign, before it is shown, as the first one's was.
 *
 * @returns its name, which comes back with the answer.
 * @throws DeskUnavailable: what cannot be kept is not shown.
 */
export const showSigning =
  ({ desk, keep }: Needs) =>
  async ({ signing }: Pick<SigningView, "signing">, signer: SignerHere, page: PageToShow): Promise<string> => {
    const visit = signerVisit(signing, signer);
    await desk.openVisit(visit);
    return keep(visit, page);
  };
