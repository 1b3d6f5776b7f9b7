import type { ConsentSubject } from "../consent-kinds/index";
import type { CustomerId } from "../shared/ids";
import { type Mandate, type MandateStanding, standingOf } from "./mandate";
import { whatIsSigned } from "./what-is-signed";

/** What a yes of a customer comes to under an account's mandate. */
export type Signing =
  /** It is enough: there is no mandate, or it asks for nobody else. */
  | { readonly is: "enough" }
  /** They are no signer, or nobody can meet the mandate. */
  | { readonly is: "not-theirs-to-sign" }
  | { readonly is: "one-of-several"; readonly standing: MandateStanding };

/** @param saidYes who has said yes before. */
export function signingOf(
  subject: ConsentSubject,
  mandate: Mandate | undefined,
  customer: CustomerId,
  saidYes: readonly CustomerId[] = [],
): Signing {
  const signed = whatIsSigned(subject);
  if (!mandate || (signed === "data" && !mandate.share)) return { is: "enough" };
  if (!mandate.signers.some((signer) => signer.customer === customer)) return { is: "not-theirs-to-sign" };
  const standing = standingOf(mandate, signed, [...saidYes, customer]);
  if (!standing) return { is: "not-theirs-to-sign" };
  return standing.met ? { is: "enough" } : { is: "one-of-several", standing };
}
