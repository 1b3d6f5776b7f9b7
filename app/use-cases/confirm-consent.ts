import { refuse } from "~/domain/consent/decision";
import type { FactorMethod } from "~/domain/factor/authentication";
import { typedCode } from "~/domain/factor/code";
import type { ConsentDesk, RecordedDecision, Visit } from "~/ports/consent-desk";
import type { FactorDesk, FactorRequest } from "~/ports/factor-desk";
import type { Factors, PasskeyCheck } from "~/ports/factors";
import type { CodeMac } from "./code-mac";
import type { FactorStanding } from "./factor-standing";

interface Needs {
  readonly standing: (visit: Visit) => Promise<FactorStanding>;
  readonly desk: Pick<ConsentDesk, "intend" | "intendConfirmed">;
  readonly factorDesk: Pick<FactorDesk, "failed">;
  readonly factors: Pick<Factors, "of" | "passkeyUsed">;
  readonly codeMac: CodeMac;
  readonly passkeyCheck: PasskeyCheck;
}

/** What the browser sent: nothing in it is believed. */
export type Proof = {
  /** Names what the page showed. */
  readonly challenge: string;
} & ({ readonly by: "code"; readonly code: string } | { readonly by: "passkey"; readonly response: string });

export type Confirmed =
  | { readonly is: "decided"; readonly recorded: RecordedDecision }
  | { readonly is: "no-code" | "code-over" }
  | { readonly is: "wrong"; readonly by: FactorMethod; readonly left: number }
  | { readonly is: "elsewhere"; readonly standing: Exclude<FactorStanding, { is: "open" | "answered" | "locked" }> };

/**
 * Takes the factor that a yes was waiting for, and records the yes with it in one statement: it is used once, on its own
 * visit, in its time, for exactly what it was bound to, and everything that it is bound to is read anew (B-05). The last
 * wrong try ends the request (T7).
 *
 * @throws AuthorityError, BankUnavailable, DeskUnavailable, FactorsUnavailable
 */
export const confirmConsent = ({ standing, desk, factorDesk, ...needs }: Needs) => {
  const end = async (visit: Visit, { shownHash }: FactorRequest): Promise<Confirmed> => ({
    is: "decided",
    recorded: await desk.intend(visit, refuse("sca-failed"), shownHash),
  });

  /** What there is to say of a request that is not open, or not the one that was answered. */
  const over = async (visit: Visit, now: FactorStanding): Promise<Confirmed> => {
    if (now.is === "answered") return { is: "decided", recorded: now.recorded };
    if (now.is === "locked") return end(visit, now.asked);
    return { is: "elsewhere", standing: now.is === "open" ? { is: "over" } : now };
  };

  return async (visit: Visit, proof: Proof): Promise<Confirmed> => {
    const now = await standing(visit);
    if (now.is !== "open") return over(visit, now);
    const { asked, decision } = now;
    // Of a page that is older than the newest question: what it showed may not be what is asked now.
    if (asked.challenge !== proof.challenge) return over(visit, now);
    const met =
      proof.by === "code" ? metByCode(asked, proof.code, needs) : await metByPasskey(visit, asked, proof, needs);
    if (met === "no-code" || met === "code-over") return { is: met };
    if (met === "wrong") {
      const counted = await factorDesk.failed(visit, asked.challenge, proof.by);
      if (!counted) return over(visit, await standing(visit));
      return counted.left > 0 ? { is: "wrong", by: proof.by, left: counted.left } : end(visit, asked);
    }
    const { challenge, shownHash } = asked;
    const confirmed = { by: proof.by, at: asked.now.toISOString(), challenge } as const;
    const recorded = await desk.intendConfirmed(visit, { ...decision, confirmed }, shownHash, {
      by: proof.by,
      challenge,
      ...(met.evidence && { evidence: met.evidence }),
    });
    return recorded ? { is: "decided", recorded } : { is: "elsewhere", standing: { is: "over" } };
  };
};

type Met = "no-code" | "code-over" | "wrong" | { readonly evidence?: Readonly<Record<string, string>> };

function metByCode({ code, challenge, now }: FactorRequest, typed: string, { codeMac }: Pick<Needs, "codeMac">): Met {
  const digits = typedCode(typed);
  if (digits === undefined) return "no-code";
  if (!code || code.expiresAt <= now) return "code-over";
  return codeMac.isOf(code.mac, challenge, digits) ? {} : "wrong";
}

async function metByPasskey(
  { customer, correlationId }: Visit,
  { challenge }: FactorRequest,
  { response }: Extract<Proof, { by: "passkey" }>,
  { factors, passkeyCheck }: Pick<Needs, "factors" | "passkeyCheck">,
): Promise<Met> {
  const context = { correlationId };
  const known = await factors.of(customer, context);
  const signed = await passkeyCheck.verify(response, challenge, known?.passkeys ?? []);
  if (!signed) return "wrong";
  const { id, counter, evidence } = signed;
  return (await factors.passkeyUsed(customer, id, counter, context)) ? { evidence } : "wrong";
}
