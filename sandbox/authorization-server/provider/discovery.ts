import type { KoaContextWithOIDC } from "oidc-provider";
import { API_SCOPES } from "./scopes.ts";

export const ROUTES = {
  authorization: "/oauth2/authorize",
  token: "/oauth2/token",
  pushed_authorization_request: "/oauth2/par",
  backchannel_authentication: "/oauth2/bc-authorize",
  introspection: "/oauth2/introspect",
  revocation: "/oauth2/revoke",
  jwks: "/.well-known/jwks.json",
} as const;

/** Publishes one set of addresses, whichever listener was asked; the library would answer with the one it was asked at. */
export function createFixedDiscovery(issuer: string, mtls: string) {
  const authenticated = {
    token_endpoint: `${mtls}${ROUTES.token}`,
    pushed_authorization_request_endpoint: `${mtls}${ROUTES.pushed_authorization_request}`,
    backchannel_authentication_endpoint: `${mtls}${ROUTES.backchannel_authentication}`,
    introspection_endpoint: `${mtls}${ROUTES.introspection}`,
    revocation_endpoint: `${mtls}${ROUTES.revocation}`,
  };
  const addresses = {
    ...authenticated,
    authorization_endpoint: `${issuer}${ROUTES.authorization}`,
    jwks_uri: `${issuer}${ROUTES.jwks}`,
    mtls_endpoint_aliases: authenticated,
    grant_management_actions_supported: ["replace"],
    // The library knows `openid` only; the others belong to the API that its tokens are for.
    scopes_supported: ["openid", ...API_SCOPES],
  };
  return async function fixAddresses(ctx: KoaContextWithOIDC, next: () => Promise<unknown>) {
    await next();
    if (ctx.oidc?.route === "discovery" && ctx.status === 200) ctx.body = { ...(ctx.body as object), ...addresses };
  };
}
