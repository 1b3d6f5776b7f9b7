import {
  compactVerify,
  createLocalJWKSet,
  decodeJwt,
  decodeProtectedHeader,
  type JSONWebKeySet,
  type JWTPayload,
} from "jose";
import type { AuthorizationAnswer } from "./authorization-answer.ts";
import type { Check } from "./check.ts";
import { tokenHash } from "./token-hash.ts";

export interface Expectation {
  readonly issuer: string;
  readonly clientId: string;
  readonly state: string;
  readonly nonce: string;
  readonly consentId: string;
  readonly answersNameIssuer: boolean;
  readonly keys: JSONWebKeySet;
}

export interface CheckedAnswer {
  readonly checks: readonly Check[];
  /** The signed token of the answer, decoded: `id_token` (hybrid) or the JARM response. */
  readonly token?: { readonly name: string; readonly header: object; readonly claims: JWTPayload };
}

/**
 * Looks at everything a FAPI 1.0 client must look at before it uses the code (FAPI 1.0 Advanced 5.2.3; OpenID Connect
 * Core 3.3.2.9 to 3.3.2.12). The protocol library checks the same again before it redeems the code; it stops at the
 * first fault without saying which, and a workbench has to show each.
 */
export async function checkHybridAnswer(answer: AuthorizationAnswer, expected: Expectation): Promise<CheckedAnswer> {
  const { code, id_token: idToken, error, iss, state } = answer.parameters;
  const checks: Check[] = [
    { name: "state is the one we sent", passed: state === expected.state, clause: "RFC 6749 §10.12" },
  ];
  if (iss !== undefined || (expected.answersNameIssuer && error !== undefined)) {
    checks.push({ name: "iss names the bank we asked", passed: iss === expected.issuer, clause: "RFC 9207 §2.4" });
  }
  if (error !== undefined) return { checks };
  if (idToken === undefined || code === undefined) {
    checks.push({ name: "code and id_token are both there", passed: false, clause: "OIDC Core §3.3.2.5" });
    return { checks };
  }
  const { signed, claims, header } = await verify(idToken, expected.keys);
  const now = Math.floor(Date.now() / 1000);
  checks.push(
    { name: "id_token is signed by the bank, PS256", passed: signed, clause: "FAPI 1.0 Advanced §8.6" },
    { name: "id_token.iss is the bank", passed: claims.iss === expected.issuer, clause: "OIDC Core §3.1.3.7" },
    {
      name: "id_token.aud is this client",
      passed: audienceIs(claims, expected.clientId),
      clause: "OIDC Core §3.1.3.7",
    },
    { name: "id_token has not expired", passed: (claims.exp ?? 0) > now, clause: "OIDC Core §3.1.3.7" },
    { name: "nonce is the one we sent", passed: claims.nonce === expected.nonce, clause: "OIDC Core §3.1.3.7" },
    {
      name: "s_hash fits state",
      passed: claims.s_hash === tokenHash(expected.state),
      clause: "FAPI 1.0 Advanced §5.2.2.1",
    },
    { name: "c_hash fits code", passed: claims.c_hash === tokenHash(code), clause: "OIDC Core §3.3.2.10" },
    intentCheck(claims, expected.consentId),
  );
  return { checks, token: { name: "id_token", header, claims } };
}

/** The same for a JARM response (JWT Secured Authorization Response Mode, section 2.4). */
export async function checkJarmAnswer(answer: AuthorizationAnswer, expected: Expectation): Promise<CheckedAnswer> {
  const response = answer.parameters.response;
  if (response === undefined) {
    return { checks: [{ name: "the answer is a signed response", passed: false, clause: "JARM §2.3.1" }] };
  }
  const { signed, claims, header } = await verify(response, expected.keys);
  const now = Math.floor(Date.now() / 1000);
  const checks: Check[] = [
    { name: "response is signed by the bank, PS256", passed: signed, clause: "JARM §2.4" },
    { name: "response.iss is the bank", passed: claims.iss === expected.issuer, clause: "JARM §2.4" },
    { name: "response.aud is this client", passed: audienceIs(claims, expected.clientId), clause: "JARM §2.4" },
    { name: "response has not expired", passed: (claims.exp ?? 0) > now, clause: "JARM §2.4" },
    { name: "state is the one we sent", passed: claims.state === expected.state, clause: "RFC 6749 §10.12" },
  ];
  return { checks, token: { name: "response", header, claims } };
}

/** What a token-endpoint id_token must still say, beyond what the library has verified by then. */
export function intentCheck(claims: Readonly<Record<string, unknown>>, consentId: string): Check {
  return {
    name: "openbanking_intent_id is our consent",
    passed: claims.openbanking_intent_id === consentId,
    clause: "UK security profile",
  };
}

/** The signature alone: every claim is a check of its own, with a line of its own. */
async function verify(
  jwt: string,
  keys: JSONWebKeySet,
): Promise<{ signed: boolean; header: object; claims: JWTPayload }> {
  const signed = await compactVerify(jwt, createLocalJWKSet(keys), { algorithms: ["PS256"] }).then(
    () => true,
    () => false,
  );
  try {
    return { signed, header: decodeProtectedHeader(jwt), claims: decodeJwt(jwt) };
  } catch {
    return { signed: false, header: {}, claims: {} };
  }
}

function audienceIs(claims: JWTPayload, clientId: string): boolean {
  return Array.isArray(claims.aud) ? claims.aud.length === 1 && claims.aud[0] === clientId : claims.aud === clientId;
}
