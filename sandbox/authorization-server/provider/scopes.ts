import { type Client, errors, type ResourceServer } from "oidc-provider";
import type { ConsentType } from "../consents/consent.ts";

/** The scope that asks for a consent of each kind; exactly one of them per authorisation. */
export const SCOPE_OF: Readonly<Record<ConsentType, string>> = {
  account_access: "accounts",
  domestic_payment: "payments",
};

/** The bank's API, for TPPs. */
export const OPEN_BANKING_API = "urn:northlight:open-banking";
/** The consent API, for the consent app. */
const CONSENT_API = "urn:northlight:consents";

const SCOPES = {
  [OPEN_BANKING_API]: Object.values(SCOPE_OF).join(" "),
  [CONSENT_API]: "manage_openbanking_consents view_clients",
} as const;

/** The API that a client's tokens are for. Nobody chooses: TPPs have one, the consent app has the other. */
export const audienceOf = (client: Client) => (client.security_profile === undefined ? CONSENT_API : OPEN_BANKING_API);

/**
 * What the library must know of an API before it makes a token for it.
 *
 * @throws InvalidTarget for an API that is not the client's own.
 */
export function resourceServer(resource: string, client: Client): ResourceServer {
  const audience = audienceOf(client);
  if (resource !== audience) throw new errors.InvalidTarget();
  // Opaque, because only a token that is looked up dies at the moment its consent does.
  return { scope: SCOPES[audience], accessTokenFormat: "opaque" };
}
