import type { ServerBuild } from "@remix-run/node";
import type * as entry from "~/entry.server";

/**
 * The Remix build and what its entry exports. The server reaches the app's state (log, traces, connections) only through
 * the build: importing those modules here would make a second copy of each.
 */
export interface AppBuild extends ServerBuild {
  readonly entry: { module: typeof entry };
}

export type AppRuntime = Pick<
  typeof entry,
  "newTrace" | "withTrace" | "log" | "readiness" | "closeServices" | "startJobs" | "alertsRaised" | "readsCounted"
>;

/** @param file the address of build/server/index.js. */
export async function loadAppBuild(file: URL): Promise<AppBuild> {
  return (await import(file.href)) as AppBuild;
}
