import { importJWK } from "jose";
import * as oidc from "openid-client";
import { Agent, fetch } from "undici";
import { signingKey } from "../../pki.ts";
import { type TlsIdentity, tlsIdentity } from "../../service.ts";
import type { Topology } from "../../topology.ts";

const CALLBACK_PATH = "/callback";

// By other names, because the linter takes every `use…` for a React hook.
const { useCodeIdTokenResponseType: expectCodeAndIdToken, useJwtResponseMode: expectJwtResponse } = oidc;

/** One TPP's side of the protocol, spoken by an independent OpenID client that verifies all that it is given. */
export interface TppClient {
  readonly configuration: oidc.Configuration;
  readonly redirectUri: string;
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
  /** Builds the address that starts an authorisation; `change` alters the parameters before they are signed or pushed. */
  authorize(consentId: string | undefined, change?: Record<string, string>): Promise<URL>;
  /** Verifies the authorization response and exchanges its code. */
  redeem(callback: URL): ReturnType<typeof oidc.authorizationCodeGrant>;
  close(): Promise<void>;
}

/** @param identity another certificate than its own, to see it refused. */
export async function createTppClient(
  topology: Topology,
  clientId: "tpp-beacon" | "tpp-tallybook",
  identity: Partial<TlsIdentity> = tlsIdentity(topology.pkiFolder, clientId),
): Promise<TppClient> {
  const { ca } = tlsIdentity(topology.pkiFolder, clientId);
  const agent = new Agent({ connect: { ...identity, ca } });
  const jwk = await signingKey(topology.pkiFolder, clientId);
  const key = { key: (await importJWK(jwk, "PS256")) as CryptoKey, kid: jwk.kid as string };
  const isFapi1 = clientId === "tpp-beacon";
  const discovered = await fetch(`${topology.authorizationServerMtls}/.well-known/openid-configuration`, {
    dispatcher: agent,
  });
  const configuration = new oidc.Configuration(
    (await discovered.json()) as oidc.ServerMetadata,
    clientId,
    {
      id_token_signed_response_alg: "PS256",
      ...(isFapi1
        ? { use_mtls_endpoint_aliases: true }
        : { authorization_signed_response_alg: "PS256", use_mtls_endpoint_aliases: true }),
    },
    isFapi1 ? oidc.TlsClientAuth() : oidc.PrivateKeyJwt(key),
  );
  configuration[oidc.customFetch] = (url, options) => {
    // Node resolves `localhost` but not `auth.localhost`, where the keys are published.
    const reachable = url.replace(topology.issuer, topology.authorizationServerMtls);
    return fetch(reachable, { ...(options as object), dispatcher: agent }) as unknown as Promise<Response>;
  };
  oidc.allowInsecureRequests(configuration);
  if (isFapi1) {
    expectCodeAndIdToken(configuration);
    oidc.enableDetachedSignatureResponseChecks(configuration);
  } else {
    expectJwtResponse(configuration);
  }
  const [state, nonce, codeVerifier] = [oidc.randomState(), oidc.randomNonce(), oidc.randomPKCECodeVerifier()];
  const redirectUri = `${topology.tpp}${CALLBACK_PATH}`;

  return {
    configuration,
    redirectUri,
    state,
    nonce,
    codeVerifier,
    async authorize(consentId, change = {}) {
      const parameters = {
        redirect_uri: redirectUri,
        scope: "openid accounts",
        state,
        nonce,
        ...(consentId && {
          claims: JSON.stringify({
            id_token: {
              openbanking_intent_id: { value: consentId, essential: true },
              acr: { essential: true, values: ["urn:openbanking:psd2:sca"] },
            },
          }),
        }),
        ...(!isFapi1 && {
          code_challenge: await oidc.calculatePKCECodeChallenge(codeVerifier),
          code_challenge_method: "S256",
        }),
        ...change,
      };
      return isFapi1
        ? oidc.buildAuthorizationUrlWithJAR(configuration, parameters, key)
        : oidc.buildAuthorizationUrlWithPAR(configuration, parameters);
    },
    redeem: (callback) =>
      oidc.authorizationCodeGrant(configuration, callback, {
        expectedState: state,
        expectedNonce: nonce,
        ...(!isFapi1 && { pkceCodeVerifier: codeVerifier }),
        idTokenExpected: true,
      }),
    close: () => agent.close(),
  };
}
