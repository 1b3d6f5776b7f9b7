import type { JWK } from "jose";
import { Provider } from "oidc-provider";
import type { Logger } from "pino";
import type { Database } from "../../database.ts";
import type { Consents } from "../consents/consents.ts";
import { CIBA_PARAMETERS, createCiba } from "../decoupled/ciba.ts";
import type { CustomerPhones } from "../decoupled/customer-phones.ts";
import { allowInlineKeys } from "../decoupled/inline-keys.ts";
import { takeOverPings } from "../decoupled/ping-store.ts";
import { createPollPace } from "../decoupled/poll-pace.ts";
import type { Federation } from "../federation/federation.ts";
import { type LogInAcr, SCA } from "../federation/log-in-acr.ts";
import { createFindAccount } from "./accounts.ts";
import type { Artifacts } from "./artifacts.ts";
import { MUTUAL_TLS } from "./certificates.ts";
import { createFixedDiscovery, ROUTES } from "./discovery.ts";
import { renderError } from "./error-page.tsx";
import { logEvents } from "./events.ts";
import { GRANT_MANAGEMENT_PARAMETERS, requireReplaced } from "./grant-management.ts";
import { isLastingGrant } from "./grants.ts";
import { createNextStep, promptPolicy } from "./handoff-policy.ts";
import { INTENT_CLAIM, intentId, repeatsIntent, requireIntent } from "./intent-reference.ts";
import { createConsentClaim, createLiveIntrospection, mayIntrospect } from "./introspection.ts";
import { deriveSecret, pairwiseSubject } from "./keys.ts";
import { LIFETIMES } from "./lifetimes.ts";
import { allowLoopbackRedirects } from "./loopback-redirects.ts";
import { type ClientMetadata, LIBRARY_PROFILES, type SecurityProfile, SIGNING_ALGORITHM } from "./profiles.ts";
import { createResumeGuard } from "./resume-guard.ts";
import { API_SCOPES, audienceOf, resourceServer } from "./scopes.ts";

export interface ProviderSettings {
  readonly sql: Database;
  readonly artifacts: Artifacts;
  readonly consents: Consents;
  readonly federation: Federation;
  readonly phones: CustomerPhones;
  readonly clients: readonly ClientMetadata[];
  readonly signingKey: JWK;
  readonly issuer: string;
  /** The same server where a client certificate is asked for. */
  readonly mtls: string;
  /** What the log-in for a payment asks for. */
  readonly paymentLogIn: LogInAcr;
  readonly consentPage: URL;
  /** The client that may introspect every token. */
  readonly resourceServerClient: string;
  readonly log: Logger;
}

/**
 * The OAuth library, configured. Two listeners serve its one callback.
 *
 * @throws InvalidClientMetadata when a registration is not valid; the library itself would find out at its first use.
 */
export async function createProvider(settings: ProviderSettings): Promise<Provider> {
  const { sql, artifacts, consents, federation, signingKey, issuer, resourceServerClient } = settings;
  const algorithms = [SIGNING_ALGORITHM] as const;
  const provider = new Provider(issuer, {
    adapter: artifacts.adapter,
    clients: settings.clients,
    jwks: { keys: [signingKey as never] },
    routes: ROUTES,
    cookies: {
      keys: [deriveSecret(signingKey, "cookies")],
      short: { httpOnly: true, sameSite: "lax", signed: true },
      long: { httpOnly: true, sameSite: "lax", signed: true },
    },
    scopes: ["openid"],
    claims: { openid: ["sub"], acr: null, auth_time: null, iss: null, [INTENT_CLAIM]: null },
    acrValues: [SCA],
    extraParams: {
      ...Object.fromEntries(GRANT_MANAGEMENT_PARAMETERS.map((name) => [name, null])),
      ...CIBA_PARAMETERS(sql, consents),
    },
    responseTypes: ["code", "code id_token"],
    subjectTypes: ["pairwise"],
    pairwiseIdentifier: (_ctx, accountId, client) => pairwiseSubject(signingKey, client.clientId, accountId),
    clientAuthMethods: ["private_key_jwt", "tls_client_auth"],
    clientDefaults: {
      id_token_signed_response_alg: SIGNING_ALGORITHM,
      authorization_signed_response_alg: SIGNING_ALGORITHM,
    },
    extraClientMetadata: { properties: ["security_profile", "certificate_subject", "api_scope"] },
    enabledJWA: {
      idTokenSigningAlgValues: algorithms,
      requestObjectSigningAlgValues: algorithms,
      clientAuthSigningAlgValues: algorithms,
      authorizationSigningAlgValues: algorithms,
    },
    features: {
      devInteractions: { enabled: false },
      dPoP: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      userinfo: { enabled: false },
      ciba: createCiba(settings),
      clientCredentials: { enabled: true },
      revocation: { enabled: true, allowedPolicy: (_ctx, client, token) => token.clientId === client.clientId },
      requestObjects: { enabled: true },
      jwtResponseModes: { enabled: true },
      pushedAuthorizationRequests: { enabled: true },
      claimsParameter: {
        enabled: true,
        // Runs where a request is pushed as well: a TPP learns of a wrong consent before it sends a browser.
        assertClaimsParameter: async (ctx, claims, client) => {
          const consent = await requireIntent(sql, consents, intentId(claims), ctx, client);
          await requireReplaced(consents, ctx.oidc.params ?? {}, consent);
          // There is no userinfo endpoint and the library refuses claims for it; the UK profile lets a TPP repeat one.
          if (repeatsIntent(claims)) delete claims.userinfo;
        },
      },
      fapi: {
        enabled: true,
        profile: (_ctx, client) => LIBRARY_PROFILES[client?.security_profile as SecurityProfile],
      },
      introspection: { enabled: true, allowedPolicy: mayIntrospect(resourceServerClient) },
      mTLS: MUTUAL_TLS,
      resourceIndicators: {
        enabled: true,
        defaultResource: (_ctx, client) => audienceOf(client),
        getResourceServerInfo: (_ctx, resource, client) => resourceServer(resource, client, resourceServerClient),
        useGrantedResource: () => true,
      },
    },
    interactions: {
      policy: promptPolicy(sql, consents),
      url: createNextStep(sql, consents, federation, settings.paymentLogIn, settings.consentPage),
    },
    // No page of another origin has any business here (FAPI 2.0 section 5.3.2.2).
    clientBasedCORS: () => false,
    // Never the grant of an earlier authorisation, which the default would reuse without asking.
    loadExistingGrant: (ctx) => {
      const grantId = ctx.oidc.result?.consent?.grantId;
      return grantId === undefined ? undefined : ctx.oidc.provider.Grant.find(grantId);
    },
    findAccount: createFindAccount(sql, signingKey),
    extraTokenClaims: createConsentClaim(sql),
    // A second consent of the same TPP must not end the first one's tokens.
    expiresWithSession: () => false,
    issueRefreshToken: async (_ctx, client, { grantId, scopes }) =>
      client.grantTypeAllowed("refresh_token") &&
      API_SCOPES.some((scope) => scopes.has(scope)) &&
      (await isLastingGrant(sql, grantId)),
    // FAPI 2.0 section 5.3.2.1: no rotation.
    rotateRefreshToken: false,
    ttl: LIFETIMES,
    renderError,
    // Every client has its keys inline and no sector elsewhere, so that nothing else is fetched.
    fetch: takeOverPings(artifacts.db) as never,
  });
  allowLoopbackRedirects(provider);
  allowInlineKeys(provider);
  await Promise.all(settings.clients.map((client) => provider.Client.find(client.client_id)));
  provider.use((ctx, next) => {
    // Addresses here carry one-time secrets; no later site may read them in a Referer.
    ctx.set("referrer-policy", "no-referrer");
    return next();
  });
  provider.use(createFixedDiscovery(issuer, settings.mtls) as never);
  provider.use(createResumeGuard(provider, sql, consents) as never);
  provider.use(createPollPace(sql) as never);
  provider.use(createLiveIntrospection(sql, resourceServerClient) as never);
  logEvents(provider, settings.log);
  return provider;
}
