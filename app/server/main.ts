import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { env } from "~/env.server";
import { loadAppBuild } from "./app-build";
import { startServer } from "./start";

/** The entry of `npm start`. Bundled to build/app/main.js, beside build/server and build/client. */

const SERVER_BUILD = new URL("../server/index.js", import.meta.url);
const CLIENT_FOLDER = new URL("../client/", import.meta.url);

async function main(): Promise<void> {
  const settings = env();
  if (!existsSync(SERVER_BUILD)) throw new Error("There is no build. Run: npm run build");
  const build = await loadAppBuild(SERVER_BUILD);
  const { log } = build.entry.module;
  const app = await startServer(build, fileURLToPath(CLIENT_FOLDER), settings);
  log().info({ port: app.port, mode: settings.ASSENT_MODE }, "ready");
  process.send?.({ ready: true });

  const stop = async (why: string) => {
    log().info({ why }, "stopping");
    await app.stop();
    process.exit(0);
  };
  process.on("SIGTERM", () => void stop("SIGTERM"));
  process.on("SIGINT", () => void stop("SIGINT"));
  // A killed launcher must leave nothing behind.
  if (process.send) process.on("disconnect", () => void stop("the launcher is gone"));
}

main().catch((error: unknown) => {
  const why = error instanceof Error ? error.message : "could not start";
  console.error(why);
  process.send?.({ failed: why });
  process.exit(1);
});
