import { hkdfSync } from "node:crypto";
import Provider, { type errors, type KoaContextWithOIDC } from "oidc-provider";
import type { Logger } from "pino";
import { Agent, fetch, type RequestInit } from "undici";
import type { Database } from "../database.ts";
import { signingKey } from "../pki.ts";
import type { Topology } from "../topology.ts";
import { createArtifactStore } from "./artifact-store.ts";
import { renderSignInFailure } from "./pages/notice-page.tsx";
import { ownClient } from "./passkeys/own-sign-in.ts";
import { findPerson } from "./people.ts";
import type { Realm } from "./realm.ts";
import { SECURITY_HEADERS } from "./security-headers.ts";
import { OFFERED, signInPolicy } from "./sign-in-policy.ts";

const MINUTE = 60;
/** How long a sign-in may take from first page to last, in seconds. */
const SIGN_IN_SECONDS = 10 * MINUTE;

/**
 * The OIDC half of the identity provider: everything between a relying party and the sign-in pages.
 *
 * Every authorization request asks for its factors anew and leaves no session behind: a consent is given by whoever is in
 * front of the screen now, not by whoever was there this morning.
 */
export async function createProvider(topology: Topology, realm: Realm, sql: Database, log: Logger): Promise<Provider> {
  const key = await signingKey(topology.pkiFolder, "identity-provider");
  const provider = new Provider(realm.issuer, {
    adapter: createArtifactStore(sql),
    clients: [...realm.clients, await ownClient(realm, topology.pkiFolder)],
    jwks: { keys: [key as never] },
    acrValues: [...OFFERED[realm.of]],
    scopes: ["openid", "profile"],
    claims: CLAIMS[realm.of],
    responseTypes: ["code"],
    clientAuthMethods: ["private_key_jwt"],
    clientDefaults: {
      grant_types: ["authorization_code"],
      response_types: ["code"],
      id_token_signed_response_alg: "PS256",
      require_auth_time: true,
    },
    enabledJWA: { idTokenSigningAlgValues: ["PS256"], clientAuthSigningAlgValues: ["PS256"] },
    pkce: { required: () => true },
    routes: { authorization: "/authorize", token: "/token", jwks: "/jwks", userinfo: "/userinfo" },
    features: {
      backchannelLogout: { enabled: true },
      devInteractions: { enabled: false },
      dPoP: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      resourceIndicators: { enabled: false },
      rpInitiatedLogout: { enabled: false },
    },
    cookies: { keys: [cookieKey(key.d ?? "")], long: COOKIE, short: COOKIE },
    interactions: { url: (_ctx, { uid }) => `/sign-in/${uid}`, policy: signInPolicy(realm.of) },
    findAccount: async (_ctx, id) => {
      const person = await findPerson(sql, id);
      return person && { accountId: id, claims: async () => ({ sub: id, name: person.name, roles: person.roles }) };
    },
    loadExistingGrant: grantWhatWasAsked,
    expiresWithSession: () => false,
    issueRefreshToken: () => false,
    clientBasedCORS: () => false,
    fetch: toLoopback() as never,
    ttl: {
      AccessToken: 5 * MINUTE,
      AuthorizationCode: MINUTE,
      Grant: 10 * MINUTE,
      IdToken: 5 * MINUTE,
      Interaction: SIGN_IN_SECONDS,
      Session: MINUTE,
    },
    renderError: (ctx, out) => {
      ctx.set(SECURITY_HEADERS);
      ctx.type = "html";
      ctx.body = renderSignInFailure(out.error);
    },
  });
  provider.use(async (context, next) => {
    await next();
    const ctx = context as KoaContextWithOIDC;
    // Requests that match no route of the library have none.
    if (!ctx.oidc) return;
    if (ctx.oidc.route === "discovery") Object.assign(ctx.body as object, publishedAddresses(realm));
    if (ctx.oidc.route === "resume") await endSession(ctx);
  });
  logFailures(provider, log);
  return provider;
}

/**
 * Relying parties of the sandbox are on loopback, where the library's own dispatcher leads nobody, under a name that
 * browsers know and Node does not.
 */
function toLoopback() {
  const dispatcher = new Agent({
    connect: { lookup: (_host, _options, found) => found(null, [{ address: "127.0.0.1", family: 4 }]) },
  });
  return (address: string, options: RequestInit) => fetch(address, { ...options, dispatcher });
}

const COOKIE = { httpOnly: true, sameSite: "lax", signed: true } as const;

/** Whoever asks for staff is told at once who they are and what they may do; a customer's name is the profile's. */
const CLAIMS = {
  customer: { openid: ["sub", "acr", "amr", "auth_time"], profile: ["name"] },
  staff: { openid: ["sub", "acr", "amr", "auth_time", "name", "roles"] },
};

/** Signed cookies outlive a restart and need no store: their key comes from the signing key (RFC 5869). */
const cookieKey = (secret: string) =>
  Buffer.from(hkdfSync("sha256", secret, "", "identity-provider cookies", 32)).toString("base64url");

async function grantWhatWasAsked(ctx: KoaContextWithOIDC) {
  const { client, session, provider, requestParamOIDCScopes } = ctx.oidc;
  if (!client || !session?.accountId) return undefined;
  const grant = new provider.Grant({ accountId: session.accountId, clientId: client.clientId });
  grant.addOIDCScope([...requestParamOIDCScopes].join(" "));
  await grant.save();
  return grant;
}

/** The browser's half in the clear on its own origin, what carries keys and codes over TLS; whoever asks, wherever. */
function publishedAddresses({ issuer, machines }: Realm) {
  return {
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${machines}/token`,
    userinfo_endpoint: `${machines}/userinfo`,
    jwks_uri: `${machines}/jwks`,
  };
}

async function endSession(ctx: KoaContextWithOIDC): Promise<void> {
  await ctx.oidc.session?.destroy();
  ctx.cookies.set(ctx.oidc.provider.cookieName("session"), null, { ...COOKIE, overwrite: true });
}

function logFailures(provider: Provider, log: Logger): void {
  const note = (event: string) => (ctx: KoaContextWithOIDC, error: errors.OIDCProviderError) =>
    log.warn({ event, error: error.error, detail: error.error_detail, client: ctx.oidc.client?.clientId }, "refused");
  provider.on("authorization.error", note("authorization"));
  provider.on("grant.error", note("token"));
  provider.on("userinfo.error", note("userinfo"));
  provider.on("server_error", (_ctx, error) => log.error({ err: error }, "failed"));
}
