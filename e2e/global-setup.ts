import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../db/testing.global.ts";
import { buildIfStale } from "../sandbox/build.ts";
import { resetSandbox, runSandbox } from "../sandbox/run-sandbox.ts";
import { PORTS, topologyFromEnv, topologyToEnv } from "../sandbox/topology.ts";

/** The whole sandbox for the journeys: on free ports, with data of its own, gone afterwards. */
export default async function setup(): Promise<() => Promise<void>> {
  await buildIfStale();
  const ports: Record<string, string> = {};
  for (const { variable } of Object.values(PORTS)) ports[variable] = String(await freePort());
  const dataFolder = mkdtempSync(join(tmpdir(), "assent-journeys-"));
  const topology = topologyFromEnv({ ...ports, SANDBOX_DATA: dataFolder });
  const sandbox = await runSandbox(topology, { externalDatabase: false, reset: false, report: () => {} });
  // The workers start after this and inherit the environment: it is how they learn where everything is.
  Object.assign(process.env, topologyToEnv(topology));
  process.env.SANDBOX_PROCESSES = JSON.stringify(Object.fromEntries(sandbox.processes.map((p) => [p.name, p.pid])));
  return async () => {
    await sandbox.stop();
    await resetSandbox(topology, false);
    rmSync(dataFolder, { recursive: true, force: true });
  };
}
