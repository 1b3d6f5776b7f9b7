import { importJWK, type JWK } from "jose";
import * as oidc from "openid-client";
import { type Dispatcher, fetch } from "undici";

/** The name under which the identity provider knows us. */
const CLIENT_ID = "authorization-server";

interface Settings {
  readonly identityProvider: string;
  readonly identityProviderTls: string;
  readonly signingKey: JWK;
}

/**
 * What we know of the identity provider. Written down instead of discovered: its issuer is an address for browsers,
 * which a server cannot resolve, and an authorization server must be able to start before it.
 */
export async function configureIdentityProvider(
  { identityProvider, identityProviderTls, signingKey }: Settings,
  dispatcher: Dispatcher,
): Promise<oidc.Configuration> {
  const key = await importJWK(signingKey, "PS256");
  if (key instanceof Uint8Array) throw new TypeError("the signing key must be asymmetric");
  const configuration = new oidc.Configuration(
    {
      issuer: identityProvider,
      authorization_endpoint: `${identityProvider}/authorize`,
      token_endpoint: `${identityProviderTls}/token`,
      jwks_uri: `${identityProviderTls}/jwks`,
    },
    CLIENT_ID,
    { id_token_signed_response_alg: "PS256" },
    oidc.PrivateKeyJwt(signingKey.kid === undefined ? { key } : { key, kid: signingKey.kid }),
  );
  configuration[oidc.customFetch] = (url, options) =>
    fetch(url, { ...(options as object), dispatcher }) as unknown as Promise<Response>;
  configuration.timeout = 5;
  // The address for browsers is plain http on a loopback name; what we call ourselves is https all the same.
  oidc.allowInsecureRequests(configuration);
  // Signatures of tokens that came straight from the token endpoint are checked as well (OIDC Core 3.1.3.7 allows not to).
  oidc.enableNonRepudiationChecks(configuration);
  return configuration;
}
