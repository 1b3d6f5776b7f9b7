import * as oidc from "openid-client";
// Renamed: what starts with `use` reads as a React hook, to people and to the linter.
import {
  useCodeIdTokenResponseType as expectHybridAnswer,
  useJwtResponseMode as expectJarmAnswer,
} from "openid-client";
import type { ServerMetadata } from "./server-metadata.ts";
import type { TppIdentity } from "./tpp-identity.ts";

/**
 * The protocol library set up for one TPP and one step. A configuration is made per step because the step's recorder
 * is its `fetch`; building one does no input or output.
 */
export function clientConfiguration(
  identity: TppIdentity,
  metadata: ServerMetadata,
  fetch: oidc.CustomFetch,
): oidc.Configuration {
  const configuration = new oidc.Configuration(
    {
      issuer: metadata.issuer,
      authorization_endpoint: metadata.authorizationEndpoint,
      token_endpoint: metadata.tokenEndpoint,
      pushed_authorization_request_endpoint: metadata.parEndpoint,
      backchannel_authentication_endpoint: metadata.backchannelEndpoint,
      jwks_uri: metadata.jwksUri,
      authorization_response_iss_parameter_supported: metadata.answersNameIssuer,
      id_token_signing_alg_values_supported: ["PS256"],
      authorization_signing_alg_values_supported: ["PS256"],
    },
    identity.tpp.id,
    { id_token_signed_response_alg: "PS256", authorization_signed_response_alg: "PS256" },
    identity.authentication,
  );
  configuration[oidc.customFetch] = fetch;
  // The authorization endpoint is plain http on loopback, for the browser's sake. `discover` has refused anything but
  // https for the endpoints that this configuration calls itself.
  oidc.allowInsecureRequests(configuration);
  if (identity.tpp.profile === "fapi2") {
    expectJarmAnswer(configuration);
  } else {
    expectHybridAnswer(configuration);
    oidc.enableDetachedSignatureResponseChecks(configuration);
  }
  const fetchedNow = Math.floor(Date.now() / 1000);
  oidc.setJwksCache(configuration, { jwks: metadata.keys as oidc.JWKS, uat: fetchedNow });
  return configuration;
}
