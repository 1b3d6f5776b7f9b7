import type { FactorMethod } from "~/domain/factor/authentication";
import { typedCode } from "~/domain/factor/code";
import type { FactorMet, VisitRecord } from "~/ports/consent-desk";
import type { FactorDesk, FactorRequest } from "~/ports/factor-desk";
import type { Factors, PasskeyCheck } from "~/ports/factors";
import type { CodeMac } from "./code-mac";

interface Needs {
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

export type FactorTried =
  | { readonly is: "met"; readonly met: FactorMet }
  /** It does not count as a try. */
  | { readonly is: "no-code" | "code-over" }
  /** With none left it is locked. */
  | { readonly is: "wrong"; readonly by: FactorMethod; readonly left: number }
  /** Wrong, and not open any more to be counted. */
  | { readonly is: "gone" };

/**
 * Judges what a browser sent for a factor that is open, and counts it where it is wrong. What it is met by is still to be
 * used up, in the statement that records what it was asked for.
 *
 * @throws DeskUnavailable, FactorsUnavailable
 */
export const meetFactor =
  ({ factorDesk, ...needs }: Needs) =>
  async (visit: VisitRecord, asked: FactorRequest, proof: Proof): Promise<FactorTried> => {
    const { challenge } = asked;
    const met =
      proof.by === "code" ? metByCode(asked, proof.code, needs) : await metByPasskey(visit, asked, proof, needs);
    if (met === "no-code" || met === "code-over") return { is: met };
    if (met !== "wrong") return { is: "met", met: { by: proof.by, challenge, ...met } };
    const counted = await factorDesk.failed(visit, challenge, proof.by);
    return counted ? { is: "wrong", by: proof.by, left: counted.left } : { is: "gone" };
  };

type Met = "no-code" | "code-over" | "wrong" | Pick<FactorMet, "evidence">;

function metByCode({ code, challenge, now }: FactorRequest, typed: string, { codeMac }: Pick<Needs, "codeMac">): Met {
  const digits = typedCode(typed);
  if (digits === undefined) return "no-code";
  if (!code || code.expiresAt <= now) return "code-over";
  return codeMac.isOf(code.mac, challenge, digits) ? {} : "wrong";
}

async function metByPasskey(
  { customer, correlationId }: VisitRecord,
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
