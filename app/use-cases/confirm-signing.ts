import type { FactorDesk, FactorRequest } from "~/ports/factor-desk";
import type { CustomerFactors, Factors } from "~/ports/factors";
import type { SigningDesk } from "~/ports/signing-desk";
import { type AgreedToSign, type SignerHere, signerVisitId } from "./agree-to-sign";
import { challengeOf } from "./challenge-of";
import type { FactorTried, meetFactor, Proof } from "./meet-factor";
import type { bringCode, CodeBrought, CodeToSend } from "./send-factor-code";
import { signatureOf, TRIES } from "./sign-request";

type Agreed = Extract<AgreedToSign, { is: "agreed" }>;

export type SigningStanding =
  | Exclude<AgreedToSign, Agreed>
  /** Nobody was asked, whoever was is not to answer any more, or was wrong too often. */
  | { readonly is: "none" | "over" | "locked" }
  | (Omit<Agreed, "is"> & { readonly is: "open"; readonly asked: FactorRequest });

type Open = Extract<SigningStanding, { is: "open" }>;
type Elsewhere = { readonly is: "elsewhere"; readonly standing: Exclude<SigningStanding, Open> };

/**
 * Where the factor stands that a signature waits for. What it is bound to is read anew and hashed again (B-05).
 *
 * @throws BankUnavailable, DeskUnavailable
 */
export const signingStanding =
  ({
    factorDesk,
    agree,
  }: {
    readonly factorDesk: Pick<FactorDesk, "of">;
    readonly agree: (signer: SignerHere, seen: string) => Promise<AgreedToSign>;
  }) =>
  async (signer: SignerHere): Promise<SigningStanding> => {
    const asked = await factorDesk.of({ id: signerVisitId(signer), customer: signer.customer });
    if (!asked) return { is: "none" };
    const now = await agree(signer, asked.shownHash);
    if (now.is !== "agreed") return now;
    if (asked.state !== "open") return { is: asked.state === "locked" ? "locked" : "over" };
    const { visit, question, decision } = now;
    // Of one byte that changed since it was asked for, they were not shown this.
    if (challengeOf(visit, question, decision, asked) !== asked.challenge) return { is: "not-shown" };
    return { ...now, is: "open", asked };
  };

interface Needs {
  readonly standing: (signer: SignerHere) => Promise<SigningStanding>;
  readonly desk: Pick<SigningDesk, "sign">;
  readonly factors: Pick<Factors, "of">;
  readonly bring: ReturnType<typeof bringCode>;
  readonly meet: ReturnType<typeof meetFactor>;
}

/**
 * What is to be confirmed, and by what its signer can.
 *
 * @throws BankUnavailable, DeskUnavailable, FactorsUnavailable
 */
export const viewSigningConfirmation =
  ({ standing, factors }: Pick<Needs, "standing" | "factors">) =>
  async (signer: SignerHere): Promise<Elsewhere | (Open & { readonly factors: CustomerFactors })> => {
    const now = await standing(signer);
    if (now.is !== "open") return { is: "elsewhere", standing: now };
    const { customer, correlationId } = now.visit;
    return { ...now, factors: (await factors.of(customer, { correlationId })) ?? { passkeys: [] } };
  };

/**
 * Sends a signer a code for what they are asked to sign.
 *
 * @param challenge names what the page showed; a code for anything else is not sent.
 * @throws BankUnavailable, DeskUnavailable
 */
export const sendSigningCode =
  ({ standing, bring }: Pick<Needs, "standing" | "bring">) =>
  async (
    signer: SignerHere,
    challenge: string,
    textOf: (message: CodeToSend) => string,
  ): Promise<CodeBrought | Elsewhere> => {
    const now = openFor(challenge, await standing(signer));
    return now.is === "open" ? bring(now.visit, now, textOf) : { is: "elsewhere", standing: now };
  };

export type SigningConfirmed =
  | { readonly is: "signed" }
  | Extract<FactorTried, { is: "no-code" | "code-over" | "wrong" }>
  | Elsewhere;

/**
 * Takes the factor that a signature was waiting for, and uses it up in the statement that records the signature: once, in
 * its own log-in, in its time, for exactly what it was bound to. Who is wrong too often signs nothing for a while; the
 * others are still waited for.
 *
 * @throws BankUnavailable, DeskUnavailable, FactorsUnavailable
 */
export const confirmSigning =
  ({ standing, desk, meet }: Pick<Needs, "standing" | "desk" | "meet">) =>
  async (signer: SignerHere, proof: Proof): Promise<SigningConfirmed> => {
    let now = openFor(proof.challenge, await standing(signer));
    if (now.is !== "open") return { is: "elsewhere", standing: now };
    const tried = await meet(now.visit, now.asked, proof);
    if (tried.is === "wrong" && tried.left === 0) return { is: "elsewhere", standing: { is: "locked" } };
    if (tried.is === "gone") return { is: "elsewhere", standing: notOpen(await standing(signer)) };
    if (tried.is !== "met") return tried;
    for (let tries = 0; tries < TRIES && now.is === "open"; tries += 1) {
      const { view, visit, asked } = now;
      const answer = { visit, seen: asked.shownHash };
      if (await desk.sign(view.signing, signatureOf(view, answer, tried.met))) return { is: "signed" };
      now = openFor(proof.challenge, await standing(signer));
    }
    return { is: "elsewhere", standing: notOpen(now) };
  };

/** Of a page that is older than the newest question: what it showed may not be what is asked now. */
const openFor = (challenge: string, now: SigningStanding): SigningStanding =>
  now.is === "open" && now.asked.challenge !== challenge ? { is: "over" } : now;

const notOpen = (now: SigningStanding): Elsewhere["standing"] => (now.is === "open" ? { is: "over" } : now);
