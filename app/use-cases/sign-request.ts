import type { CustomerId } from "~/domain/shared/ids";
import { standingOf } from "~/domain/signers/mandate";
import { whatIsSigned } from "~/domain/signers/what-is-signed";
import type { FactorMet } from "~/ports/consent-desk";
import type { RiskSignal } from "~/ports/risk-signal";
import type { Signature, SignerAnswer, SigningDesk } from "~/ports/signing-desk";
import { type AgreedToSign, type SignerHere, signerVisit } from "./agree-to-sign";
import type { askFactor } from "./ask-factor";
import type { SigningView } from "./view-signing";

interface Needs {
  readonly desk: Pick<SigningDesk, "sign" | "decline" | "openVisit">;
  readonly view: (id: string, customer: CustomerId) => Promise<SigningView | undefined>;
  readonly agree: (signer: SignerHere, seen: string) => Promise<AgreedToSign>;
  /** Asks for one more factor where one is needed. A bank without any has its log-in alone. */
  readonly askFactor?: ReturnType<typeof askFactor> | undefined;
  readonly riskSignal: RiskSignal;
}

export type Signed = Exclude<AgreedToSign["is"], "agreed"> | "declined" | "to-be-confirmed" | "locked";

/** Somebody else signs at the same moment: more often than this nobody does. */
export const TRIES = 5;

/**
 * Takes a signature. The mandate is read anew: a yes of somebody who signs no more counts no longer, be it the first. It
 * may need one more factor before it counts, by the table that the first one's went by (P-22, P-23): for a payment always. Signing twice is signing once, and whoever signs
 * what is over is told so.
 *
 * @param seen names the page that was answered.
 * @throws DeskUnavailable, BankUnavailable
 */
export const signRequest =
  ({ desk, agree, askFactor, riskSignal }: Omit<Needs, "view">) =>
  async (signer: SignerHere, seen: string): Promise<Signed> => {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const now = await agree(signer, seen);
      if (now.is !== "agreed") return now.is;
      const { view, visit, question, decision } = now;
      const risk = askFactor && (await riskSignal.riskOf(visit, { correlationId: visit.correlationId }));
      const { authentication } = signer;
      const request = { ...question.request, ...(authentication && { authentication }) };
      const asked = await askFactor?.(visit, { ...question, request, ...(risk && { risk }) }, decision, seen);
      if (asked === "asked") return "to-be-confirmed";
      if (asked === "locked") return "locked";
      if (await desk.sign(view.signing, signatureOf(view, { visit, seen }))) return "signed";
    }
    return "closed";
  };

/** A signature as it stands in the record: by the mandate as it is now, whose yes counts, and who is asked next. */
export function signatureOf(
  { signing, page, mandate, shown }: SigningView,
  answer: SignerAnswer,
  met?: FactorMet,
): Signature {
  const mayStill = new Set<string>(shown.signers.map((signer) => signer.customer));
  const before = signing.signers.filter(({ state }) => state === "signed").map((each) => each.customer);
  const what = whatIsSigned(page.shown.made.request.subject);
  const standing = mandate && standingOf(mandate, what, [...before, answer.visit.customer]);
  return {
    ...answer,
    ...(met && { met }),
    // With too few signers left it waits, until there are more or its time is up.
    complete: standing?.met === true,
    required: standing?.required ?? signing.required,
    lapsed: before.filter((each) => !mayStill.has(each)),
    asked: standing?.next.map((signer) => signer.customer) ?? [],
  };
}

/**
 * Takes a refusal, which ends it for all and needs no factor. Whoever was asked may refuse, also after they signed, until
 * it is complete; nobody may who signs no more.
 *
 * @throws DeskUnavailable, BankUnavailable
 */
export const declineRequest =
  ({ desk, view }: Pick<Needs, "desk" | "view">) =>
  async (signer: SignerHere, seen: string): Promise<Signed> => {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const now = await view(signer.id, signer.customer);
      if (!now) return "not-found";
      if (now.lostMandate) return "lost-mandate";
      const { signing } = now;
      if (signing.state !== "awaiting") return signing.because === "signer-declined" ? "declined" : "closed";
      const visit = signerVisit(signing, signer);
      await desk.openVisit(visit);
      if (await desk.decline(signing, { visit, seen })) return "declined";
    }
    return "closed";
  };
