import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { env } from "~/env.server";
import { loadAppBuild } from "./app-build";
import { type Running, runAsProcess } from "./run-as-process";
import { startServer } from "./start";

/** The entry of `npm start`. Bundled to build/app/main.js, beside build/server and build/client. */

const SERVER_BUILD = new URL("../server/index.js", import.meta.url);
const CLIENT_FOLDER = new URL("../client/", import.meta.url);

async function main(): Promise<Running> {
  const settings = env();
  if (!existsSync(SERVER_BUILD)) throw new Error("There is no build. Run: npm run build");
  const build = await loadAppBuild(SERVER_BUILD);
  const { log } = build.entry.module;
  const app = await startServer(build, fileURLToPath(CLIENT_FOLDER), settings);
  log().info({ port: app.port, mode: settings.ASSENT_MODE, worker: settings.WORKER }, "ready");
  return { log: log(), stop: app.stop };
}

void runAsProcess(main);
