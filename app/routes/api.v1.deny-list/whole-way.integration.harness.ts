import { sql } from "drizzle-orm";
import { Agent, fetch } from "undici";
import { vi } from "vitest";
import { openDatabase } from "#db/client.server";
import { migrate } from "#db/migrate";
import { asConsentId } from "~/domain/shared/ids";
import { startTestApp } from "~/server/test-app.harness";
import { closeServices, startJobs } from "~/web/services.server";
import { appEnvironment } from "../../../sandbox/app-environment";
import { createTppClient } from "../../../sandbox/authorization-server/testing/tpp-client";
import { authorised, startWorld } from "../../../sandbox/authorization-server/testing/world";
import { start as startBank } from "../../../sandbox/bank/start";
import { tlsIdentity } from "../../../sandbox/service";
import * as jwks from "../[.]well-known.jwks[.]json/route";
import * as denyList from "./route";

/** The whole way with everything real: authorization server, gateway, our own server with these routes, our jobs, PostgreSQL. */
export async function startWholeWay() {
  const world = await startWorld();
  const { topology } = world;
  await migrate(topology.databaseUrl);
  const scene = openDatabase(topology.databaseUrl, 1, 0, "login");
  for (const [name, value] of Object.entries(appEnvironment(topology))) vi.stubEnv(name, value);
  const routes = { "api/v1/deny-list": denyList, ".well-known/jwks.json": jwks };
  const app = await startTestApp({
    settings: { PORT: topology.ports.app, PUBLIC_ORIGIN: topology.appOrigin },
    routes: Object.fromEntries(
      Object.entries(routes).map(([path, module]) => [
        path,
        { id: path, parentId: "root", path, module: module as never },
      ]),
    ),
  });
  const jobs = startJobs(() => {});
  let bank = await startBank(topology);
  const tpp = await createTppClient(topology, "tpp-beacon");
  const agents = new Map<string, Agent>();

  const agentOf = (name: string) => {
    const agent = agents.get(name) ?? new Agent({ connect: tlsIdentity(topology.pkiFolder, name) });
    agents.set(name, agent);
    return agent;
  };

  return {
    world,
    scene,
    tpp,
    agentOf,
    /** A consent that its customer has given, that our picture has, and the TPP's calls with its token. */
    async shared() {
      const id = await world.intent();
      const { access_token: token, refresh_token: refresh } = await tpp.redeem(await authorised(world, tpp, id));
      const picture = async () => {
        const [row] = await scene.db.execute<{ status: string }>(
          sql`select status from assent.consent_projection where consent_id = ${id}`,
        );
        return row?.status;
      };
      await vi.waitUntil(async () => (await picture()) === "authorised", { timeout: 20_000, interval: 100 });
      const call = async (method: "GET" | "POST", path: string, as = "tpp-beacon") => {
        const response = await fetch(`${topology.bankGateway}/open-banking/v4.0/${path}`, {
          method,
          headers: { authorization: `Bearer ${token}` },
          dispatcher: agentOf(as),
        });
        await response.text();
        return response.status;
      };
      return {
        id: asConsentId(id),
        refresh,
        picture,
        read: (as?: string) => call("GET", "aisp/accounts", as),
        pay: () => call("POST", "pisp/domestic-payments"),
        async held() {
          const [row] = await world.sql<{ status: string }[]>`select status from consent where id = ${id}`;
          return row?.status;
        },
      };
    },
    async restartGateway() {
      await bank.close();
      bank = await startBank(topology);
    },
    async stop() {
      await tpp.close();
      for (const agent of agents.values()) await agent.destroy();
      await bank.close();
      await jobs.stop(10_000);
      await app.stop();
      await closeServices();
      await scene.close();
      await world.close();
      vi.unstubAllEnvs();
    },
  };
}

export type WholeWay = Awaited<ReturnType<typeof startWholeWay>>;
