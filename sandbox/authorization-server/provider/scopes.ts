import { type Client, errors, type ResourceServer } from "oidc-provider";
import type { ConsentType } from "../consents/consent.ts";

/** The scope that asks for a consent of each kind; exactly one of them per authorisation. */
export const SCOPE_OF: Readonly<Record<ConsentType, string>> = {
  account_access: "accounts",
  domestic_payment: "payments",
};

/** The bank's API, for TPPs. */
export const OPEN_BANKING_API = "urn:northlight:open-banking";
/** Our internal consent API, for the bank's own services. */
const CONSENT_API = "urn:northlight:consents";

/** The API that a client's tokens are for. Nobody chooses: TPPs have one, the bank's own services have the other. */
export const audienceOf = (client: Client) => (client.security_profile === undefined ? CONSENT_API : OPEN_BANKING_API);

/**
 * What the library must know of an API before it makes a token for it: the scopes that this client may have there.
 *
 * @throws InvalidTarget for an API that is not the client's own.
 */
export function resourceServer(resource: string, client: Client): ResourceServer {
  if (resource !== audienceOf(client) || typeof client.api_scope !== "string") throw new errors.InvalidTarget();
  // Opaque, because only a token that is looked up dies at the moment its consent does.
  return { scope: client.api_scope, accessTokenFormat: "opaque" };
}
