import { createHash } from "node:crypto";
import type { Allowance } from "~/domain/consent/decision";
import { obstacleTo } from "~/domain/consent-kinds/obstacle";
import type { Authentication } from "~/domain/factor/authentication";
import { asVisitId, type CustomerId, type CustomerSessionId, type VisitId } from "~/domain/shared/ids";
import type { ConsentDesk } from "~/ports/consent-desk";
import type { SignerVisit, Signing } from "~/ports/signing-desk";
import type { SigningQuestion, SigningView } from "./view-signing";

interface Needs {
  readonly view: (id: string, customer: CustomerId) => Promise<SigningView | undefined>;
  readonly consentDesk: Pick<ConsentDesk, "pageShown">;
  /** The server's clock, which the page was made by too. */
  readonly now: () => Date;
}

/** Who is in front of what is to be signed. */
export interface SignerHere {
  /** Of the signing. */
  readonly id: string;
  readonly customer: CustomerId;
  readonly session: CustomerSessionId;
  /** How they logged in there; nothing said is not enough for anything. */
  readonly authentication?: Authentication;
}

export type AgreedToSign =
  | { readonly is: "not-found" | "lost-mandate" }
  /** They have said so before, or it is over. */
  | { readonly is: "signed" | "closed" }
  /** In this log-in they were never shown a page of that name that asked for this. */
  | { readonly is: "not-shown" }
  | {
      readonly is: "agreed";
      readonly view: SigningView;
      readonly visit: SignerVisit;
      readonly question: SigningQuestion;
      readonly decision: Allowance;
    };

/**
 * What a signature comes to, with everything read anew: whether it is still asked for and theirs to give, and whether it
 * is what this customer was shown, in this log-in (B-05).
 *
 * @throws DeskUnavailable, BankUnavailable
 */
export const agreeToSign =
  ({ view, consentDesk, now }: Needs) =>
  async (signer: SignerHere, seen: string): Promise<AgreedToSign> => {
    const found = await view(signer.id, signer.customer);
    if (!found) return { is: "not-found" };
    if (found.lostMandate) return { is: "lost-mandate" };
    if (found.shown.can === "wait") return { is: "signed" };
    const { question } = found;
    if (found.shown.can === "nothing" || !question || obstacleTo(question.request.subject, now())) {
      return { is: "closed" };
    }
    const visit = signerVisit(found.signing, signer);
    const page = await consentDesk.pageShown(visit, seen);
    const accountIds = question.offered.map(({ account }) => account.id);
    const wereShown = page && accountIds.every((id) => page.choosable.includes(id));
    if (page?.payloadHash !== question.payloadHash || !wereShown) return { is: "not-shown" };
    return {
      is: "agreed",
      view: found,
      visit,
      question,
      decision: { outcome: "allowed", accountIds, scopes: [] },
    };
  };

/** In the name of each log-in a visit of its own: what is asked in one cannot be answered in another. */
export function signerVisitId({ id, customer, session }: SignerHere): VisitId {
  const digest = createHash("sha256").update(JSON.stringify(["signing", id, customer, session]));
  return asVisitId(digest.digest("base64url").slice(0, 22));
}

export const signerVisit = (
  { id: signingId, consentId, clientId, kind, correlationId }: Signing,
  signer: SignerHere,
): SignerVisit => ({
  id: signerVisitId(signer),
  signingId,
  consentId,
  clientId,
  kind,
  correlationId,
  customer: signer.customer,
});
