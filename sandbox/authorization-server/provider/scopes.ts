import { type Client, errors, type ResourceServer } from "oidc-provider";
import { CONSENT_KINDS } from "../consents/consent-kinds.ts";
import { SIGNING_ALGORITHM } from "./profiles.ts";

/** The scopes of the bank's API for TPPs. */
export const API_SCOPES: readonly string[] = [...new Set(Object.values(CONSENT_KINDS).map(({ scope }) => scope))];

/** The bank's API, for TPPs. */
export const OPEN_BANKING_API = "urn:northlight:open-banking";
/** Our internal consent API, for the bank's own services. */
const CONSENT_API = "urn:northlight:consents";

/** The API of the consent app, for the bank's gateway. */
const APP_API = "urn:assent:api";
const APP_API_SCOPES = "tpp_events consent_enforcement";

/** The API that a client's tokens are for unless it asks: TPPs have one, the bank's own services have another. */
export const audienceOf = (client: Client) => (client.security_profile === undefined ? CONSENT_API : OPEN_BANKING_API);

/**
 * What the library must know of an API before it makes a token for it: the scopes that this client may have there.
 *
 * @param gateway the client that calls the consent app's API.
 * @throws InvalidTarget for an API that is not the client's own.
 */
export function resourceServer(resource: string, client: Client, gateway: string): ResourceServer {
  // Signed, because the consent app knows our keys and should not have to ask us about each call (RFC 9068).
  if (resource === APP_API && client.clientId === gateway) {
    return { scope: APP_API_SCOPES, accessTokenFormat: "jwt", jwt: { sign: { alg: SIGNING_ALGORITHM } } };
  }
  if (resource !== audienceOf(client) || typeof client.api_scope !== "string") throw new errors.InvalidTarget();
  // Opaque, because only a token that is looked up dies at the moment its consent does.
  return { scope: client.api_scope, accessTokenFormat: "opaque" };
}
