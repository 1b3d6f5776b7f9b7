import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../db/testing.global.ts";
import { appEnvironment } from "../sandbox/app-environment.ts";
import { buildIfStale } from "../sandbox/build.ts";
import { ensurePki } from "../sandbox/pki.ts";
import { startProcess } from "../sandbox/processes.ts";
import { topologyFromEnv } from "../sandbox/topology.ts";

export interface GalleryApp {
  readonly origin: string;
  stop(): Promise<void>;
}

/** The app alone, as the sandbox runs it: the gallery asks neither the database nor anybody else. */
export async function startGalleryApp(): Promise<GalleryApp> {
  await buildIfStale();
  const dataFolder = mkdtempSync(join(tmpdir(), "assent-gallery-"));
  const removeData = () => rmSync(dataFolder, { recursive: true, force: true });
  try {
    const topology = topologyFromEnv({ APP_PORT: String(await freePort()), SANDBOX_DATA: dataFolder });
    await ensurePki(topology.pkiFolder);
    const environment = { ...appEnvironment(topology), WORKER: "off" };
    const app = await startProcess("app", "build/app/main.js", environment, join(dataFolder, "app.log"));
    return {
      origin: topology.appOrigin,
      async stop() {
        await app.stop();
        removeData();
      },
    };
  } catch (error) {
    removeData();
    throw error;
  }
}
