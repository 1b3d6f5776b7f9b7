import { createHash, X509Certificate } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Agent, fetch, Response } from "undici";
import { freePort } from "../../../db/testing.global.ts";
import { createAuthority, ensurePki, issueCertificate } from "../../pki.ts";
import { tlsIdentity } from "../../service.ts";
import { PORTS, type PortName, type Topology, topologyFromEnv } from "../../topology.ts";
import { start } from "../start.ts";
import { type StandInAuthorizationServer, standInAuthorizationServer } from "./stand-in-authorization-server.ts";
import { type StandInConsentApp, standInConsentApp } from "./stand-in-consent-app.ts";

/** Whose certificate a call shows: a member of the PKI, nobody's, or one of a root that nobody here trusts. */
export type Caller =
  | "tpp-beacon"
  | "tpp-tallybook"
  | "app"
  | "bank"
  | "identity-provider"
  | "authorization-server"
  | "nobody"
  | "stranger";

export interface Call {
  readonly as?: Caller;
  readonly token?: string;
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

/** A running bank on free ports, its authorization server stood in for, and callers with real certificates. */
export interface BankWorld {
  readonly topology: Topology;
  readonly authorizationServer: StandInAuthorizationServer;
  readonly consentApp: StandInConsentApp;
  /** `x5t#S256` of a caller's certificate. */
  thumbprint(caller: Caller): string;
  /** `path` on the gateway; a whole URL is taken as it is. As Budget Beacon unless told otherwise. */
  call(path: string, call?: Call): Promise<Response>;
  /** Moves the bank's clock. */
  setNow(now: Date): void;
  restartBank(): Promise<void>;
  close(): Promise<void>;
}

/** @param appOrigin of a real consent app, to which the bank then speaks in the place of the one that stands in. */
export async function bankWorld(databaseUrl: string, startAt: Date, appOrigin?: string): Promise<BankWorld> {
  const folder = mkdtempSync(join(tmpdir(), "assent-bank-"));
  const topology = { ...(await topologyOnFreePorts(folder)), databaseUrl, ...(appOrigin && { appOrigin }) };
  await ensurePki(topology.pkiFolder);
  const authorizationServer = await standInAuthorizationServer(topology.pkiFolder, topology.ports);
  const consentApp = await standInConsentApp(topology.ports.app);
  let now = startAt;
  let bank = await start(topology, () => now);
  const stranger = await issueCertificate(await createAuthority("Somebody Else"), "CN=tpp-beacon, O=Beacon Money Ltd");
  const identity = (caller: Caller) => {
    const { ca, ...own } = tlsIdentity(
      topology.pkiFolder,
      caller === "nobody" || caller === "stranger" ? "bank" : caller,
    );
    if (caller === "nobody") return { ca };
    return caller === "stranger" ? { ca, ...stranger } : { ca, ...own };
  };
  const agents = new Map<Caller, Agent>();
  const agentOf = (caller: Caller) => {
    const agent = agents.get(caller) ?? new Agent({ connect: identity(caller) });
    agents.set(caller, agent);
    return agent;
  };
  return {
    topology,
    authorizationServer,
    consentApp,
    thumbprint: (caller) => {
      const { cert } = identity(caller) as { cert: string };
      return createHash("sha256").update(new X509Certificate(cert).raw).digest("base64url");
    },
    call: async (path, { as = "tpp-beacon", token, method = "GET", headers = {}, body } = {}) => {
      const response = await fetch(new URL(path, topology.bankGateway), {
        method,
        headers: { ...(token !== undefined && { authorization: `Bearer ${token}` }), ...headers },
        dispatcher: agentOf(as),
        ...(body !== undefined && { body }),
      });
      // Read here, because undici trips over a connection that ends under a body that nobody reads.
      const { status } = response;
      const text = await response.text();
      // A 204 may not carry even an empty body.
      return new Response(text === "" ? null : text, { status, headers: response.headers });
    },
    setNow: (instant) => {
      now = instant;
    },
    restartBank: async () => {
      await bank.close();
      bank = await start(topology, () => now);
    },
    close: async () => {
      await Promise.all([...agents.values()].map((agent) => agent.destroy()));
      await bank.close();
      await Promise.all([authorizationServer.close(), consentApp.close()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function topologyOnFreePorts(folder: string): Promise<Topology> {
  const ports = await Promise.all(Object.keys(PORTS).map(async (name) => [name, await freePort()] as const));
  const env = ports.map(([name, port]) => [PORTS[name as PortName].variable, String(port)]);
  return topologyFromEnv({ ...Object.fromEntries(env), SANDBOX_DATA: folder });
}
