import {
  buildAuthorizationUrlWithPAR,
  calculatePKCECodeChallenge,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from "openid-client";
import { kindOf } from "../order/kinds/index.ts";
import { clientConfiguration } from "../protocol/client-configuration.ts";
import { maskField } from "../protocol/masking.ts";
import {
  REQUEST_OBJECT_SECONDS,
  type RequestClaims,
  requestClaims,
  requestHeader,
  signRequest,
} from "../protocol/request-object.ts";
import { metadataOf, redirectUri, remember, required, type Walk } from "../runs/walk.ts";

/** Time for the browser to get there before the server stops taking the request. */
const MARGIN_MS = 10_000;

/** Signs a request for the run's intent, pushes it where the profile says so, and makes the address to go to. */
export async function requestAuthorization(walk: Walk): Promise<void> {
  const { request, claims } = await signRequestObject(walk);
  if (walk.identity.tpp.profile === "fapi2") {
    await pushRequest(walk, request);
  } else {
    const url = new URL(metadataOf(walk).authorizationEndpoint);
    // Repeated outside the signature because OAuth wants them there (FAPI 1.0 Advanced 5.2.3); the server compares.
    url.search = new URLSearchParams({
      client_id: String(claims.client_id),
      response_type: String(claims.response_type),
      scope: String(claims.scope),
      request,
    }).toString();
    remember(walk, {
      authorizationUrl: url.href,
      requestStaleAt: Date.now() + REQUEST_OBJECT_SECONDS * 1000 - MARGIN_MS,
    });
  }
  await showAddress(walk);
  walk.run = { ...walk.run, phase: "ready" };
}

async function signRequestObject(walk: Walk): Promise<{ request: string; claims: RequestClaims }> {
  const { tpp, key, kid } = walk.identity;
  const { continued } = walk.run;
  const secrets = {
    state: randomState(),
    nonce: randomNonce(),
    ...(tpp.profile === "fapi2" ? { codeVerifier: randomPKCECodeVerifier() } : {}),
  };
  remember(walk, secrets);
  return walk.journal.step("requestObject", async (draft) => {
    const claims = requestClaims({
      clientId: tpp.id,
      issuer: metadataOf(walk).issuer,
      redirectUri: redirectUri(walk),
      scope: kindOf(walk.run.order).scope,
      consentId: required(walk.run.consentId, "consent id"),
      ...(continued?.as === "replacement" ? { replacesConsent: continued.consentId } : {}),
      state: secrets.state,
      nonce: secrets.nonce,
      ...(secrets.codeVerifier ? { codeChallenge: await calculatePKCECodeChallenge(secrets.codeVerifier) } : {}),
    });
    draft.documents.push({ name: "request", header: requestHeader(kid), claims });
    return { claims, request: await signRequest(claims, key, kid) };
  });
}

async function pushRequest(walk: Walk, request: string): Promise<void> {
  await walk.journal.step("pushedRequest", async (draft) => {
    let lifetime = 0;
    const configuration = clientConfiguration(walk.identity, metadataOf(walk), async (url, options) => {
      const response = await draft.fetch(url, options);
      // The library checks `expires_in` (RFC 9126 section 2.2) and does not hand it on.
      const { expires_in: seconds } = (await response
        .clone()
        .json()
        .catch(() => ({}))) as { expires_in?: unknown };
      if (typeof seconds === "number") lifetime = seconds;
      return response;
    });
    const url = await buildAuthorizationUrlWithPAR(configuration, { request });
    remember(walk, { authorizationUrl: url.href, requestStaleAt: Date.now() + lifetime * 1000 - MARGIN_MS });
  });
}

async function showAddress(walk: Walk): Promise<void> {
  await walk.journal.step("authorizationAddress", async (draft) => {
    const url = new URL(required(walk.run.secrets.authorizationUrl, "authorization address"));
    draft.parameters.push({ name: "Address", value: url.origin + url.pathname });
    for (const [name, value] of url.searchParams) draft.parameters.push({ name, value: maskField(name, value) });
  });
}
