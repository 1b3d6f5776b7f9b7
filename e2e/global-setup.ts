import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FullConfig } from "@playwright/test";
import { freePort } from "../db/testing.global.ts";
import { buildIfStale } from "../sandbox/build.ts";
import { resetSandbox, runSandbox } from "../sandbox/run-sandbox.ts";
import { PORTS, topologyFromEnv, topologyToEnv } from "../sandbox/topology.ts";
import type { World } from "./world.ts";

/** A whole sandbox for each worker, so that what one stops or changes is in nobody else's way. */
export default async function setup({ workers }: FullConfig): Promise<() => Promise<void>> {
  await buildIfStale();
  const started = await Promise.allSettled(Array.from({ length: workers }, startWorld));
  const worlds = started.flatMap((each) => (each.status === "fulfilled" ? [each.value] : []));
  const stop = async () => {
    await Promise.all(worlds.map((world) => world.stop()));
  };
  const failure = started.find((each) => each.status === "rejected");
  if (failure) {
    await stop();
    throw failure.reason;
  }
  // The workers start after this and inherit the environment: it is how they learn where everything is.
  process.env.SANDBOX_WORLDS = JSON.stringify(worlds.map(({ settings, pids }) => ({ settings, pids }) satisfies World));
  return stop;
}

/** On free ports, with data of its own, gone afterwards. */
async function startWorld(): Promise<World & { stop(): Promise<void> }> {
  const ports: Record<string, string> = {};
  for (const { variable } of Object.values(PORTS)) ports[variable] = String(await freePort());
  const dataFolder = mkdtempSync(join(tmpdir(), "assent-journeys-"));
  const topology = topologyFromEnv({ ...ports, SANDBOX_DATA: dataFolder });
  const sandbox = await runSandbox(topology, { externalDatabase: false, reset: false, report: () => {} });
  return {
    settings: topologyToEnv(topology),
    pids: Object.fromEntries(sandbox.processes.map(({ name, pid }) => [name, pid])),
    async stop() {
      await sandbox.stop();
      await resetSandbox(topology, false);
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}
