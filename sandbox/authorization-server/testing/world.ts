import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../../../db/testing.global.ts";
import { createTestDatabase } from "../../../db/testing.ts";
import { CUSTOMERS } from "../../personas.ts";
import { ensurePki } from "../../pki.ts";
import { PORTS, type Topology, topologyFromEnv } from "../../topology.ts";
import { assemble } from "../assemble.ts";
import type { NewConsent } from "../consents/consents.ts";
import type { HandoffDecision } from "../handoffs/handoff.ts";
import { start } from "../start.ts";
import { type Browser, createBrowser } from "./browser.ts";
import { type Script, startScriptedIdentityProvider } from "./scripted-identity-provider.ts";
import type { TppClient } from "./tpp-client.ts";

type Acceptance = Extract<HandoffDecision, { kind: "accept" }>;

type StartIdentityProvider = (topology: Topology, script: Script) => Promise<{ close(): Promise<unknown> }>;

/**
 * The real authorization server on free ports with its own database.
 *
 * @param startIdentityProvider by default one that obeys `script`.
 */
export async function startWorld(startIdentityProvider: StartIdentityProvider = startScriptedIdentityProvider) {
  const folder = mkdtempSync(join(tmpdir(), "assent-as-"));
  const database = await createTestDatabase();
  const topology = await freeTopology(folder, database.url);
  await ensurePki(topology.pkiFolder);
  const script: Script = { subject: CUSTOMERS.grace.id, acr: "urn:openbanking:psd2:sca" };
  const identityProvider = await startIdentityProvider(topology, script);
  let server: Awaited<ReturnType<typeof start>> | undefined = await start(topology);
  // The same parts once more on the same database: the test's own hand on consents and hand-offs.
  const parts = await assemble(topology);

  return {
    topology,
    script,
    ...parts,
    /** A new intent of `tpp-beacon`, or as `over` says. */
    async intent(over: Partial<NewConsent> = {}): Promise<string> {
      const created = await parts.consents.create({
        clientId: "tpp-beacon",
        type: "account_access",
        apiVersion: "v4.0",
        request: { Data: { Permissions: ["ReadAccountsBasic", "ReadBalances"] }, Risk: {} },
        interactionId: randomUUID(),
        ...over,
      });
      if (created.outcome !== "created") throw new Error(created.outcome);
      return created.consent.id;
    },
    /** The server is away until it comes back; the test's own hand on it stays. */
    async goAway() {
      await server?.close();
      server = undefined;
    },
    async comeBack() {
      server ??= await start(topology);
    },
    async close() {
      await server?.close();
      await parts.close();
      await identityProvider.close();
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export type World = Awaited<ReturnType<typeof startWorld>>;

async function freeTopology(folder: string, databaseUrl: string): Promise<Topology> {
  const ports = await Promise.all(
    Object.values(PORTS).map(async ({ variable }) => [variable, String(await freePort())]),
  );
  return topologyFromEnv({ ...Object.fromEntries(ports), DATABASE_URL: databaseUrl, SANDBOX_DATA: folder });
}

/** Walks a browser from the TPP's address to the consent page, and answers the hand-off it brings there. */
export async function reachConsentPage(world: World, browser: Browser, authorizationAddress: URL) {
  const page = await browser.follow(authorizationAddress, (url) => url.origin === world.topology.appOrigin);
  return {
    page,
    loginId: page.searchParams.get("login_id") ?? "",
    loginState: page.searchParams.get("login_state") ?? "",
  };
}

/** What the consent page does when the customer allows. Answers where it sends the browser. */
export async function allow(
  world: World,
  { loginId, loginState }: { loginId: string; loginState: string },
  over: Partial<Acceptance> = {},
): Promise<string> {
  const decision = {
    kind: "accept",
    accountIds: ["acc-grace-main"],
    grantedScopes: ["openid", "accounts"],
    ...over,
  } as const;
  const answered = await world.handoffs.decide(loginId, loginState, decision);
  if (answered.outcome !== "answered") throw new Error(answered.outcome);
  return answered.redirectTo;
}

/** Follows a browser back to the TPP. */
export const backAtTpp = (world: World, browser: Browser, address: string | URL): Promise<URL> =>
  browser.follow(address, (url) => url.origin === world.topology.tpp);

/** A whole authorisation: log-in, consent page, back at the TPP with a code. */
export async function authorised(world: World, tpp: TppClient, consentId: string, over: Partial<Acceptance> = {}) {
  const browser = createBrowser();
  const handoff = await reachConsentPage(world, browser, await tpp.authorize(consentId));
  return backAtTpp(world, browser, await allow(world, handoff, over));
}
