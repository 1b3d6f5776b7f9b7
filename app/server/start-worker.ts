import type { Env } from "~/env.server";
import type { AppRuntime } from "./app-build";
import { longestRequest } from "./graceful-stop";
import { createHealth } from "./health";
import { createJobMetrics, createRegistry, listenForMetrics } from "./metrics";

export interface RunningWorker {
  /** Finishes the rounds that run, then closes the app's connections. Safe to call again. */
  stop(): Promise<void>;
}

export type WorkerSettings = Pick<Env, "UPSTREAM_TIMEOUT_MS"> & { readonly METRICS_PORT?: Env["METRICS_PORT"] };

/**
 * Runs the jobs, and serves /healthz, /readyz and /metrics on loopback when METRICS_PORT is set: nothing public listens.
 *
 * @throws Error when the port is taken.
 */
export async function startWorker(
  { readiness, closeServices, startJobs, log }: Pick<AppRuntime, "readiness" | "closeServices" | "startJobs" | "log">,
  { METRICS_PORT, UPSTREAM_TIMEOUT_MS }: WorkerSettings,
): Promise<RunningWorker> {
  let stopped: Promise<void> | undefined;
  const registry = createRegistry();
  const health = createHealth(readiness, () => stopped !== undefined);
  const listener = METRICS_PORT === undefined ? undefined : await listenForMetrics(registry, METRICS_PORT, health);
  const jobs = startJobs(createJobMetrics(registry));

  async function stop(): Promise<void> {
    if (!(await jobs.stop(longestRequest(UPSTREAM_TIMEOUT_MS)))) log().warn("rounds of jobs were cut at the deadline");
    listener?.close();
    await closeServices();
  }
  return {
    stop: () => {
      stopped ??= stop();
      return stopped;
    },
  };
}
