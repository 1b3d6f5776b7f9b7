import type { ApiVersion, Consent, ConsentType } from "../consents/consent.ts";
import { CONSENT_KINDS } from "../consents/consent-kinds.ts";
import type { Consents } from "../consents/consents.ts";
import type { Exchange } from "./exchange.ts";
import { Refusal } from "./problem.ts";

/**
 * The consent that the address names, when it is one of this TPP and of a version that may be read here.
 *
 * @throws Refusal 400 for one that is unknown, deleted, of another kind or of a version that this one cannot show; 403
 *   for another TPP's.
 */
export async function findIntent(consents: Consents, type: ConsentType, exchange: Exchange): Promise<Consent> {
  const consent = await consents.get(exchange.consentId);
  if (!consent || consent.type !== type || consent.status === "deleted" || !readable(consent, exchange.version)) {
    throw new Refusal(400, { name: "Resource.NotFound", message: "No such consent", path: "ConsentId" });
  }
  if (consent.clientId !== exchange.token.clientId) {
    throw new Refusal(403, { name: "Resource.ConsentMismatch", message: "The consent is another TPP's" });
  }
  return consent;
}

/**
 * A consent is never read in an older version than it was made in. Account access and
 * confirmation of funds may be read in a newer one; a payment may not, for consent and order must be of the same version (UK Read/Write API, version mapping).
 */
function readable({ apiVersion, type }: Consent, version: ApiVersion): boolean {
  return apiVersion === version || (CONSENT_KINDS[type].scope !== "payments" && version === "v4.0");
}
