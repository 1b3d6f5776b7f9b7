import { randomUUID } from "node:crypto";
import { type CryptoKey, SignJWT } from "jose";

export interface AuthorizationRequest {
  readonly clientId: string;
  readonly issuer: string;
  readonly redirectUri: string;
  /** The API scope beside `openid`; exactly one per intent. */
  readonly scope: string;
  readonly consentId: string;
  /** The earlier consent that ends when this one is given (Grant Management for OAuth 2.0, `replace`). */
  readonly replacesConsent?: string;
  readonly state: string;
  readonly nonce: string;
  /** Present: FAPI 2.0, `code` answered by JARM. Absent: FAPI 1.0 Advanced, `code id_token`. */
  readonly codeChallenge?: string;
}

/** How long a request object may be used. FAPI 1.0 Advanced 5.2.2 allows an hour; a browser needs less. */
export const REQUEST_OBJECT_SECONDS = 300;

export type RequestClaims = Readonly<Record<string, unknown>>;

/** The claims of the signed request (RFC 9101; FAPI 1.0 Advanced 5.2.3; UK security profile for the intent id). */
export function requestClaims(request: AuthorizationRequest, now = new Date()): RequestClaims {
  const seconds = Math.floor(now.getTime() / 1000);
  const intent = { value: request.consentId, essential: true };
  return {
    iss: request.clientId,
    client_id: request.clientId,
    aud: request.issuer,
    jti: randomUUID(),
    iat: seconds,
    nbf: seconds,
    exp: seconds + REQUEST_OBJECT_SECONDS,
    ...(request.codeChallenge
      ? {
          response_type: "code",
          response_mode: "jwt",
          code_challenge: request.codeChallenge,
          code_challenge_method: "S256",
        }
      : { response_type: "code id_token" }),
    redirect_uri: request.redirectUri,
    scope: `openid ${request.scope}`,
    ...(request.replacesConsent ? { grant_id: request.replacesConsent, grant_management_action: "replace" } : {}),
    state: request.state,
    nonce: request.nonce,
    claims: {
      id_token: {
        openbanking_intent_id: intent,
        acr: { essential: true, values: ["urn:openbanking:psd2:sca", "urn:openbanking:psd2:ca"] },
      },
    },
  };
}

export const requestHeader = (kid: string) => ({ alg: "PS256", kid, typ: "oauth-authz-req+jwt" });

/** The compact JWS that goes into `request`. */
export function signRequest(claims: RequestClaims, key: CryptoKey, kid: string): Promise<string> {
  return new SignJWT({ ...claims }).setProtectedHeader(requestHeader(kid)).sign(key);
}
