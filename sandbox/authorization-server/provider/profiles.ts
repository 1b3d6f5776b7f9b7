import type { ClientMetadata } from "oidc-provider";

export type { ClientMetadata };

export type SecurityProfile = "fapi1-advanced" | "fapi2";

/** The name under which the library knows each profile. */
export const LIBRARY_PROFILES = { "fapi1-advanced": "1.0 Final", fapi2: "2.0" } as const;

/** The one algorithm that FAPI 1.0, FAPI 2.0 and UK message signing all accept. */
export const SIGNING_ALGORITHM = "PS256";

const CIBA_GRANT = "urn:openid:params:grant-type:ciba";

/** What a TPP's registration says for the profile that it follows; the library's profile switch does not imply it. */
export function profileMetadata(profile: SecurityProfile): Partial<ClientMetadata> {
  const common = {
    security_profile: profile,
    grant_types: ["authorization_code", "client_credentials", "refresh_token", CIBA_GRANT],
    backchannel_authentication_request_signing_alg: SIGNING_ALGORITHM,
    tls_client_certificate_bound_access_tokens: true,
  } as const;
  if (profile === "fapi1-advanced") {
    return {
      ...common,
      grant_types: [...common.grant_types, "implicit"],
      response_types: ["code id_token"],
      require_signed_request_object: true,
      request_object_signing_alg: SIGNING_ALGORITHM,
    };
  }
  return {
    ...common,
    response_types: ["code"],
    response_modes: ["jwt"],
    require_pushed_authorization_requests: true,
    token_endpoint_auth_signing_alg: SIGNING_ALGORITHM,
  };
}
