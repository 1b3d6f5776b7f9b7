import { generateKeyPair, jwtVerify } from "jose";
import { expect, test } from "vitest";
import { requestClaims, signRequest } from "./request-object.ts";

const REQUEST = {
  clientId: "tpp-beacon",
  issuer: "http://auth.localhost:4200",
  redirectUri: "http://tpp.localhost:4500/callback",
  scope: "accounts",
  consentId: "aac-5f0c7c1e",
  state: "st-9f27c1",
  nonce: "n-0b1d",
};

test("FAPI 1: code id_token, a window of five minutes, the intent essential", () => {
  const claims = requestClaims(REQUEST, new Date("2026-04-01T09:30:00Z"));
  expect(claims).toMatchObject({
    iss: "tpp-beacon",
    client_id: "tpp-beacon",
    aud: "http://auth.localhost:4200",
    response_type: "code id_token",
    scope: "openid accounts",
    nbf: 1775035800,
    exp: 1775036100,
    claims: { id_token: { openbanking_intent_id: { value: "aac-5f0c7c1e", essential: true } } },
  });
  expect(claims).not.toHaveProperty("response_mode");
  // RFC 9101 section 10.8: with a `sub` it could be replayed as a client assertion.
  expect(claims).not.toHaveProperty("sub");
});

test("FAPI 2: code by JARM with PKCE", () => {
  expect(requestClaims({ ...REQUEST, codeChallenge: "challenge" })).toMatchObject({
    response_type: "code",
    response_mode: "jwt",
    code_challenge: "challenge",
    code_challenge_method: "S256",
  });
});

test("in place of an earlier consent: both parameters inside the signature, or neither (Grant Management for OAuth 2.0)", () => {
  expect(requestClaims({ ...REQUEST, replacesConsent: "aac-0" })).toMatchObject({
    grant_id: "aac-0",
    grant_management_action: "replace",
  });
  expect(requestClaims(REQUEST)).not.toHaveProperty("grant_id");
  expect(requestClaims(REQUEST)).not.toHaveProperty("grant_management_action");
});

test("no two requests share a jti", () => {
  expect(requestClaims(REQUEST).jti).not.toBe(requestClaims(REQUEST).jti);
});

test("it verifies with the client's key, typed as a request", async () => {
  const { privateKey, publicKey } = await generateKeyPair("PS256");
  const claims = requestClaims(REQUEST);
  const { payload, protectedHeader } = await jwtVerify(await signRequest(claims, privateKey, "k1"), publicKey);
  expect(protectedHeader).toEqual({ alg: "PS256", kid: "k1", typ: "oauth-authz-req+jwt" });
  expect(payload).toEqual(claims);
});
