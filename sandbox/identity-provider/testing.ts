import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { importJWK } from "jose";
import * as oidc from "openid-client";
import { Agent, fetch } from "undici";
import { freePort } from "../../db/testing.global.ts";
import { createTestDatabase } from "../../db/testing.ts";
import { openSchema } from "../database.ts";
import { ensurePki, signingKey } from "../pki.ts";
import { tlsIdentity } from "../service.ts";
import { type Topology, topologyFromEnv } from "../topology.ts";
import { SCHEMA } from "./schema.ts";
import { start } from "./start.ts";
import { TestBrowser } from "./test-browser.ts";

export type World = Awaited<ReturnType<typeof startWorld>>;

/** The service on free ports with an empty database, and a relying party that knows nothing but OIDC. */
export async function startWorld() {
  const folder = mkdtempSync(join(tmpdir(), "assent-idp-"));
  const database = await createTestDatabase();
  const topology = topologyFromEnv({
    NODE_ENV: "test",
    APP_PORT: String(await freePort()),
    IDP_PORT: String(await freePort()),
    IDP_TLS_PORT: String(await freePort()),
    IDP_FACTORS_PORT: String(await freePort()),
    STAFF_LOGIN_PORT: String(await freePort()),
    STAFF_LOGIN_TLS_PORT: String(await freePort()),
    SANDBOX_DATA: folder,
    DATABASE_URL: database.url,
  });
  await ensurePki(topology.pkiFolder);
  let service = await start(topology);
  const dispatcher = loopbackAgent(topology);
  return {
    topology,
    dispatcher,
    sql: await openSchema(database.url, "identity_provider", SCHEMA),
    relyingParty: await createRelyingParty(topology, dispatcher, {
      issuer: topology.identityProvider,
      clientId: "authorization-server",
      key: "authorization-server",
      returnTo: `${topology.issuer}/federation/callback`,
    }),
    /** The portal, where staff sign in. */
    portal: await createRelyingParty(topology, dispatcher, {
      issuer: topology.staffLogin,
      clientId: "assent-staff",
      key: "app-staff-log-in",
      returnTo: `${topology.appOrigin}/admin/log-in/callback`,
    }),
    newBrowser: (origin = topology.identityProvider) => new TestBrowser(origin, dispatcher),
    async restart() {
      await service.close();
      service = await start(topology);
    },
    async close() {
      await service.close();
      await dispatcher.close();
      await this.sql.end();
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** `login.assent.localhost` is a name that browsers know and Node does not. */
function loopbackAgent(topology: Topology): Agent {
  const { ca } = tlsIdentity(topology.pkiFolder, "authorization-server");
  return new Agent({
    connect: { ca, lookup: (_host, _options, found) => found(null, [{ address: "127.0.0.1", family: 4 }]) },
  });
}

interface Party {
  readonly issuer: string;
  readonly clientId: string;
  readonly key: Parameters<typeof signingKey>[1];
  readonly returnTo: string;
}

async function createRelyingParty(
  topology: Topology,
  dispatcher: Agent,
  { issuer, clientId, key: of, returnTo }: Party,
) {
  const jwk = await signingKey(topology.pkiFolder, of);
  const key = (await importJWK(jwk, "PS256")) as CryptoKey;
  const configuration = await oidc.discovery(
    new URL(issuer),
    clientId,
    { id_token_signed_response_alg: "PS256" },
    oidc.PrivateKeyJwt({ key, kid: jwk.kid ?? "" }),
    {
      execute: [oidc.allowInsecureRequests],
      [oidc.customFetch]: (url, options) => fetch(url, { ...options, dispatcher } as never) as never,
    },
  );
  return {
    userinfo: (accessToken: string, subject: string) => oidc.fetchUserInfo(configuration, accessToken, subject),
    /** An authorization request, as the bank's authorization server makes it, with how to redeem its answer. */
    async request(extra: Record<string, string> = {}) {
      const verifier = oidc.randomPKCECodeVerifier();
      const state = oidc.randomState();
      const nonce = oidc.randomNonce();
      const url = oidc.buildAuthorizationUrl(configuration, {
        redirect_uri: returnTo,
        scope: "openid",
        prompt: "login",
        acr_values: "urn:openbanking:psd2:sca",
        state,
        nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
        code_challenge_method: "S256",
        ...extra,
      });
      const checks = { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, idTokenExpected: true };
      return { url, nonce, redeem: (callback: URL) => oidc.authorizationCodeGrant(configuration, callback, checks) };
    },
  };
}

/** A browser that was sent to sign in, and what its relying party keeps of it. */
export async function arrive(world: World, extra: Record<string, string> = {}) {
  const request = await world.relyingParty.request(extra);
  return { request, browser: await world.newBrowser().open(request.url) };
}

/** The same with the password given: the browser is asked for the code. */
export async function arriveAtCode(world: World, person: { username: string; password: string }) {
  const { request, browser } = await arrive(world);
  await browser.submit({ username: person.username, password: person.password });
  return { request, browser };
}
