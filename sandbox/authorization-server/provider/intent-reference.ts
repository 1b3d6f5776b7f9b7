import { type Client, errors, type KoaContextWithOIDC } from "oidc-provider";
import type { Database } from "../../database.ts";
import { type Consent, isReauthorisable } from "../consents/consent.ts";
import { CONSENT_KINDS } from "../consents/consent-kinds.ts";
import type { Consents } from "../consents/consents.ts";
import { isAskingDenied } from "../suspensions/suspended-clients.ts";
import { API_SCOPES } from "./scopes.ts";

/** The claim that names the consent an authorisation is about (UK security profile). */
export const INTENT_CLAIM = "openbanking_intent_id";

/** The consent that a request names, unchecked. */
export function intentId(claims: unknown): string | undefined {
  const value = (claims as Claims)?.id_token?.[INTENT_CLAIM]?.value;
  return typeof value === "string" ? value : undefined;
}

/** Whether all that is asked for at userinfo is the same consent again (UK security profile, request object). */
export function repeatsIntent(claims: unknown): boolean {
  const { [INTENT_CLAIM]: again, ...others } = (claims as Claims)?.userinfo ?? {};
  return again?.value === intentId(claims) && Object.keys(others).length === 0;
}

/** As {@link intentId}, of a request whose `claims` parameter the library has parsed once already. */
export const intentIdOf = (params: { readonly claims?: unknown } | undefined) =>
  typeof params?.claims === "string" ? intentId(JSON.parse(params.claims)) : undefined;

type ClaimRequests = Record<string, { readonly value?: unknown } | null | undefined>;

interface Claims {
  readonly id_token?: ClaimRequests;
  readonly userinfo?: ClaimRequests;
}

/**
 * The consent that an authorisation request is about.
 *
 * @throws InvalidRequest, which goes back to the TPP, when it is missing, unknown, another client's, of another kind
 *   than the scope, or neither waits for the customer nor may be
 *   authorised anew. Unknown and foreign are told apart by nobody.
 * @throws UnauthorizedClient while the bank has suspended the client for what it asks (RFC 6749 section 4.1.2.1).
 */
export async function requireIntent(
  sql: Database,
  consents: Consents,
  id: string | undefined,
  ctx: KoaContextWithOIDC,
  client: Client | undefined,
): Promise<Consent> {
  if (id === undefined) throw new errors.InvalidRequest(`claims.id_token.${INTENT_CLAIM} must name a consent`);
  const consent = await consents.get(id);
  if (!consent || consent.clientId !== client?.clientId) {
    throw new errors.InvalidRequest(`${INTENT_CLAIM} is not a consent of this client`);
  }
  ctx.state.correlationId = consent.interactionId;
  const { scope } = CONSENT_KINDS[consent.type];
  const asked = API_SCOPES.filter((name) => ctx.oidc.requestParamScopes.has(name));
  if (asked.length !== 1 || asked[0] !== scope) {
    throw new errors.InvalidRequest(`scope must be "openid ${scope}" for this consent`);
  }
  const awaits = consent.status === "awaiting_authorisation" && !consent.expired;
  if (!awaits && !isReauthorisable(consent)) {
    throw new errors.InvalidRequest(`${INTENT_CLAIM} does not await authorisation`);
  }
  if (await isAskingDenied(sql, consent.clientId, scope)) {
    throw new errors.UnauthorizedClient("the bank has suspended this client");
  }
  return consent;
}
