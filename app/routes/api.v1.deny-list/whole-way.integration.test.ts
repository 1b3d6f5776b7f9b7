import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { clientCredentialsGrant } from "openid-client";
import { Agent, fetch } from "undici";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { type OpenDatabase, openDatabase } from "#db/client.server";
import { migrate } from "#db/migrate";
import { asConsentId, asCustomerId } from "~/domain/shared/ids";
import type { RunningJobs } from "~/jobs/run-jobs";
import type { AskedChange } from "~/ports/consent-changes";
import { startTestApp, type TestApp } from "~/server/test-app.harness";
import { closeServices, services, startJobs } from "~/web/services.server";
import { appEnvironment } from "../../../sandbox/app-environment";
import { createTppClient, type TppClient } from "../../../sandbox/authorization-server/testing/tpp-client";
import { authorised, startWorld, type World } from "../../../sandbox/authorization-server/testing/world";
import { start as startBank } from "../../../sandbox/bank/start";
import { CUSTOMERS } from "../../../sandbox/personas";
import { tlsIdentity } from "../../../sandbox/service";
import * as jwks from "../[.]well-known.jwks[.]json/route";
import * as denyList from "./route";

/** The whole way with everything real: authorization server, gateway, our own server with these routes, our jobs, PostgreSQL. */

let world: World;
let scene: OpenDatabase;
let app: TestApp;
let jobs: RunningJobs;
let bank: Awaited<ReturnType<typeof startBank>>;
let tpp: TppClient;
const agents = new Map<string, Agent>();

beforeAll(async () => {
  world = await startWorld();
  const { topology } = world;
  await migrate(topology.databaseUrl);
  scene = openDatabase(topology.databaseUrl, 1, 0, "login");
  for (const [name, value] of Object.entries(appEnvironment(topology))) vi.stubEnv(name, value);
  const routes = { "api/v1/deny-list": denyList, ".well-known/jwks.json": jwks };
  app = await startTestApp({
    settings: { PORT: topology.ports.app, PUBLIC_ORIGIN: topology.appOrigin },
    routes: Object.fromEntries(
      Object.entries(routes).map(([path, module]) => [
        path,
        { id: path, parentId: "root", path, module: module as never },
      ]),
    ),
  });
  jobs = startJobs(() => {});
  bank = await startBank(topology);
  tpp = await createTppClient(topology, "tpp-beacon");
}, 60_000);

afterAll(async () => {
  await tpp?.close();
  for (const agent of agents.values()) await agent.destroy();
  await bank?.close();
  await jobs?.stop(10_000);
  await app?.stop();
  await closeServices();
  await scene?.close();
  await world?.close();
  vi.unstubAllEnvs();
}, 60_000);

const agentOf = (name: string) => {
  const agent = agents.get(name) ?? new Agent({ connect: tlsIdentity(world.topology.pkiFolder, name) });
  agents.set(name, agent);
  return agent;
};

/** A consent that its customer has given, that our picture has, and the TPP's calls with its token. */
async function shared() {
  const id = await world.intent();
  const { access_token: token } = await tpp.redeem(await authorised(world, tpp, id));
  const picture = async () => {
    const [row] = await scene.db.execute<{ status: string }>(
      sql`select status from assent.consent_projection where consent_id = ${id}`,
    );
    return row?.status;
  };
  await vi.waitUntil(async () => (await picture()) === "authorised", { timeout: 20_000, interval: 100 });
  const call = async (method: "GET" | "POST", path: string, as = "tpp-beacon") => {
    const response = await fetch(`${world.topology.bankGateway}/open-banking/v4.0/${path}`, {
      method,
      headers: { authorization: `Bearer ${token}` },
      dispatcher: agentOf(as),
    });
    await response.text();
    return response.status;
  };
  return {
    id: asConsentId(id),
    picture,
    read: (as?: string) => call("GET", "aisp/accounts", as),
    pay: () => call("POST", "pisp/domestic-payments"),
    async held() {
      const [row] = await world.sql<{ status: string }[]>`select status from consent where id = ${id}`;
      return row?.status;
    },
  };
}

const change = async (over: Pick<AskedChange, "consentId"> & Partial<AskedChange>) => {
  const asked = {
    move: "stop",
    reason: "customer-stopped",
    actor: { type: "customer", id: asCustomerId(CUSTOMERS.grace.id) },
    idempotencyKey: randomUUID(),
    correlationId: randomUUID(),
    ...over,
  } as AskedChange;
  const recorded = await services().changeConsent(asked);
  if (!recorded.ok) throw new Error(recorded.error);
  return recorded.value;
};

const within = { timeout: 5_000, interval: 50 };

describe.sequential("a customer stops, and the gateway stops (X-08, X-09, B-14)", () => {
  test("nobody reads the list with a token for something else, and nobody without one", async () => {
    const address = `http://127.0.0.1:${world.topology.ports.app}/api/v1/deny-list`;
    expect((await fetch(address)).status).toBe(401);
    const own = await clientCredentialsGrant(tpp.configuration, { scope: "accounts" });
    const asked = await fetch(address, { headers: { authorization: `Bearer ${own.access_token}` } });
    expect(asked.status).toBe(401);
    const form = { grant_type: "client_credentials", client_id: "bank", resource: "urn:assent:api" };
    const banks = async (scope: string) => {
      const granted = await fetch(`${world.topology.authorizationServerInternal}/default/system/oauth2/token`, {
        method: "POST",
        body: new URLSearchParams({ ...form, scope }),
        dispatcher: agentOf("bank"),
      });
      const { access_token } = (await granted.json()) as { access_token: string };
      return fetch(address, { headers: { authorization: `Bearer ${access_token}` } });
    };
    expect((await banks("tpp_events")).status).toBe(403);
    const list = await banks("consent_enforcement");
    expect([list.status, list.headers.get("content-type")]).toEqual([200, "application/jose"]);
  });

  test("while the authorization server answers: at once", async () => {
    const consent = await shared();
    expect(await consent.read()).toBe(200);
    expect(await change({ consentId: consent.id })).toMatchObject({ state: "settled" });
    expect(await consent.read()).toBe(401);
  });

  test("while it is away: within five seconds, and it hears of the stop when it is back", async () => {
    const [stopped, other] = [await shared(), await shared()];
    expect([await stopped.read(), await other.read()]).toEqual([200, 200]);
    await world.goAway();
    expect([await stopped.read(), await other.read()]).toEqual([200, 200]);
    expect([await stopped.read("tpp-tallybook"), await stopped.pay()]).toEqual([401, 503]);
    expect(await change({ consentId: stopped.id })).toMatchObject({ state: "intended" });
    await vi.waitUntil(async () => (await stopped.read()) === 401, within);
    expect(await stopped.pay()).toBe(401);
    expect(await other.read()).toBe(200);
    expect([await stopped.held(), await stopped.picture()]).toEqual(["authorised", "authorised"]);

    await world.comeBack();
    await vi.waitUntil(async () => (await stopped.picture()) === "revoked", { timeout: 30_000, interval: 200 });
    expect(await stopped.held()).toBe("revoked");
    expect([await stopped.read(), await other.read()]).toEqual([401, 200]);
    const told = await scene.db.execute<{ move: string }>(
      sql`select move from assent.outbox_event where consent_id = ${stopped.id} and to_status = 'revoked'`,
    );
    expect(told.map(({ move }) => move)).toEqual(["stop"]);
  }, 60_000);

  test("a gateway that has just started reads nothing without the authorization server", async () => {
    const consent = await shared();
    expect(await consent.read()).toBe(200);
    await world.goAway();
    expect(await consent.read()).toBe(200);
    await bank.close();
    bank = await startBank(world.topology);
    expect(await consent.read()).toBe(503);
    await world.comeBack();
    expect(await consent.read()).toBe(200);
  }, 60_000);

  test("a pause that the authorization server has not heard of suspends, until it is back and holds it", async () => {
    const consent = await shared();
    expect(await consent.read()).toBe(200);
    await world.goAway();
    await change({ consentId: consent.id, move: "suspend", reason: "customer-pause" } as never);
    await vi.waitUntil(async () => (await consent.read()) === 403, within);
    await world.comeBack();
    const later = { timeout: 30_000, interval: 200 };
    await vi.waitUntil(async () => (await consent.picture()) === "suspended", later);
    expect([await consent.held(), await consent.read()]).toEqual(["suspended", 403]);
    await change({ consentId: consent.id, move: "resume", reason: "resumed" } as never);
    await vi.waitUntil(async () => (await consent.read()) === 200, later);
  }, 60_000);
});
