import { createServer, type Server } from "node:http";
import type { Env } from "~/env.server";
import type { AppBuild } from "./app-build";
import { dress } from "./dress";
import { longestRequest, stopServing } from "./graceful-stop";
import { createHealth } from "./health";
import { countAlerts, countReads, createJobMetrics, createMetrics, listenForMetrics } from "./metrics";
import { createRequestListener } from "./request-listener";
import { readStaticFiles } from "./static-files";

export interface RunningApp {
  readonly port: number;
  /** Drains, stops accepting, finishes open requests and rounds, closes the app's connections. Safe to call again. */
  stop(): Promise<void>;
}

export type ServerSettings = Pick<
  Env,
  "PORT" | "LISTEN_HOST" | "PUBLIC_ORIGIN" | "UPSTREAM_TIMEOUT_MS" | "DRAIN_MS" | "WORKER" | "brand"
> & {
  readonly METRICS_PORT?: Env["METRICS_PORT"];
};

/**
 * Serves a Remix build.
 *
 * @param clientFolder build/client.
 * @throws Error naming the port when it is taken.
 */
export async function startServer(
  build: AppBuild,
  clientFolder: string,
  settings: ServerSettings,
): Promise<RunningApp> {
  const { readiness, closeServices, startJobs, log, alertsRaised, readsCounted } = build.entry.module;
  let stopping = false;
  const isStopping = () => stopping;
  const metrics = createMetrics();
  countAlerts(metrics.registry, alertsRaised);
  countReads(metrics.registry, readsCounted);
  const dressed = dress(build, clientFolder, settings.brand);
  const listener = createRequestListener({
    build: dressed.build,
    files: readStaticFiles(clientFolder, dressed.files),
    health: createHealth(readiness, isStopping),
    metrics,
    publicOrigin: settings.PUBLIC_ORIGIN,
    isStopping,
  });
  // Slow senders (head, then whole request) are cut; idle connections outlive the 60 s of common load balancers.
  const server = createServer(
    { headersTimeout: 10_000, requestTimeout: 15_000, keepAliveTimeout: 65_000, maxHeaderSize: 16_384 },
    listener,
  );
  await listen(server, settings.PORT, settings.LISTEN_HOST);
  const metricsServer =
    settings.METRICS_PORT === undefined ? undefined : await listenForMetrics(metrics.registry, settings.METRICS_PORT);
  const jobs = settings.WORKER === "off" ? undefined : startJobs(createJobMetrics(metrics.registry));

  let stopped: Promise<void> | undefined;
  async function stop(): Promise<void> {
    stopping = true;
    const deadlineMs = longestRequest(settings.UPSTREAM_TIMEOUT_MS);
    const roundsEnded = jobs?.stop(deadlineMs);
    const requestsEnded = await stopServing(server, { drainMs: settings.DRAIN_MS, deadlineMs });
    if (!requestsEnded) log().warn("requests were cut at the deadline");
    if ((await roundsEnded) === false) log().warn("rounds of jobs were cut at the deadline");
    metricsServer?.close();
    await closeServices();
  }
  const address = server.address();
  return {
    port: typeof address === "object" && address ? address.port : settings.PORT,
    stop: () => {
      stopped ??= stop();
      return stopped;
    },
  };
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      reject(error.code === "EADDRINUSE" ? new Error(`port ${port} is taken; set PORT to move the app`) : error);
    });
    server.listen(port, host, resolve);
  });
}
