import { importJWK } from "jose";
import type { ClientMetadata } from "oidc-provider";
import * as oidc from "openid-client";
import { Agent, fetch } from "undici";
import { publicSigningKey, signingKey } from "../../pki.ts";
import { tlsIdentity } from "../../service.ts";
import type { Realm } from "../realm.ts";
import { SCA } from "../sign-in-policy.ts";

const CLIENT_ID = "passkeys";
const CALLBACK_PATH = "/passkeys/signed-in";

/** The passkey pages as a relying party of their own identity provider: one way to sign in is enough to keep safe. */
export interface OwnSignIn {
  begin(): Promise<{ readonly address: URL; readonly memory: string }>;
  /**
   * @param memory what this browser was given when it began.
   * @returns who signed in, with both factors; undefined for every other outcome.
   */
  finish(search: string, memory: string): Promise<string | undefined>;
  close(): Promise<void>;
}

export async function ownClient({ issuer }: Realm, pkiFolder: string): Promise<ClientMetadata> {
  return {
    client_id: CLIENT_ID,
    redirect_uris: [`${issuer}${CALLBACK_PATH}`],
    token_endpoint_auth_method: "private_key_jwt",
    token_endpoint_auth_signing_alg: "PS256",
    jwks: { keys: [await publicSigningKey(pkiFolder, "identity-provider")] },
  } as ClientMetadata;
}

export async function createOwnSignIn({ issuer, machines }: Realm, pkiFolder: string): Promise<OwnSignIn> {
  const jwk = await signingKey(pkiFolder, "identity-provider");
  const key = (await importJWK(jwk, "PS256")) as CryptoKey;
  const agent = new Agent({ connect: { ca: tlsIdentity(pkiFolder, "identity-provider").ca } });
  const configuration = new oidc.Configuration(
    {
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${machines}/token`,
      jwks_uri: `${machines}/jwks`,
      authorization_response_iss_parameter_supported: true,
    },
    CLIENT_ID,
    { id_token_signed_response_alg: "PS256" },
    oidc.PrivateKeyJwt({ key, kid: jwk.kid ?? "" }),
  );
  configuration[oidc.customFetch] = (url, options) =>
    fetch(url, { ...(options as object), dispatcher: agent }) as unknown as Promise<Response>;
  configuration.timeout = 5;
  oidc.allowInsecureRequests(configuration);
  return {
    async begin() {
      const [state, nonce, verifier] = [oidc.randomState(), oidc.randomNonce(), oidc.randomPKCECodeVerifier()];
      const address = oidc.buildAuthorizationUrl(configuration, {
        redirect_uri: `${issuer}${CALLBACK_PATH}`,
        scope: "openid",
        acr_values: SCA,
        prompt: "login",
        state,
        nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
        code_challenge_method: "S256",
      });
      return { address, memory: [state, nonce, verifier].join(".") };
    },
    async finish(search, memory) {
      const [expectedState, expectedNonce, pkceCodeVerifier] = memory.split(".");
      if (!expectedState || !expectedNonce || !pkceCodeVerifier) return undefined;
      try {
        const callback = new URL(CALLBACK_PATH + search, issuer);
        const checks = { expectedState, expectedNonce, pkceCodeVerifier, idTokenExpected: true };
        const claims = (await oidc.authorizationCodeGrant(configuration, callback, checks)).claims();
        return claims?.["acr"] === SCA ? claims.sub : undefined;
      } catch (error) {
        if (error instanceof oidc.AuthorizationResponseError || error instanceof oidc.ResponseBodyError)
          return undefined;
        if (error instanceof oidc.ClientError) return undefined;
        throw error;
      }
    },
    close: () => agent.close(),
  };
}
