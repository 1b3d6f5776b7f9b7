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
import { start } from "../start.ts";
import { type Script, startScriptedIdentityProvider } from "./scripted-identity-provider.ts";

/** The real authorization server on free ports with its own database, and an identity provider that obeys `script`. */
export async function startWorld() {
  const folder = mkdtempSync(join(tmpdir(), "assent-as-"));
  const database = await createTestDatabase();
  const topology = await freeTopology(folder, database.url);
  await ensurePki(topology.pkiFolder);
  const script: Script = { subject: CUSTOMERS.grace.id, acr: "urn:openbanking:psd2:sca" };
  const identityProvider = await startScriptedIdentityProvider(topology, script);
  const server = await start(topology);
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
    async close() {
      await server.close();
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

/** Where a browser stands when it has reached the consent page, and what it brought there. */
export const isConsentPage = (topology: Topology) => (url: URL) => url.origin === topology.appOrigin;

/** The hand-off in an address of the consent page. */
export const handoffIn = (url: URL) => ({
  loginId: url.searchParams.get("login_id") ?? "",
  loginState: url.searchParams.get("login_state") ?? "",
});
