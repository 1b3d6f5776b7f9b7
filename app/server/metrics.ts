import { createServer } from "node:http";
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { RoundHeard } from "~/jobs/run-jobs";
import type { Health } from "./health";

export interface Metrics {
  readonly registry: Registry;
  /** Counts a request in; the returned function counts it out, with its surface and status. */
  begin(): (surface: string, status: number) => void;
}

/** Numbers about the process. */
export function createRegistry(): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return registry;
}

/** Numbers about requests and the process. Labels are words of ours alone, so that requests cannot add series. */
export function createMetrics(): Metrics {
  const registry = createRegistry();
  const duration = new Histogram({
    name: "http_request_duration_seconds",
    help: "Time from the request's head to the end of the answer",
    labelNames: ["surface", "status"],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  });
  const inFlight = new Gauge({
    name: "http_requests_in_flight",
    help: "Requests being answered",
    registers: [registry],
  });
  return {
    registry,
    begin() {
      inFlight.inc();
      const stop = duration.startTimer();
      return (surface, status) => {
        inFlight.dec();
        stop({ surface, status });
      };
    },
  };
}

/**
 * What somebody has to look at soon.
 *
 * @param raised how often each was raised since the process began.
 */
export function countAlerts(registry: Registry, raised: () => Readonly<Record<string, number>>): void {
  new Counter({
    name: "assent_alerts_total",
    help: "What stopped a customer and will stop the next one too, by its name",
    labelNames: ["alert"],
    registers: [registry],
    collect() {
      this.reset();
      for (const [alert, count] of Object.entries(raised())) this.inc({ alert }, count);
    },
  });
}

/**
 * What the bank's gateways told of the reads that they answered.
 *
 * @param counted how often each became what, since the process began.
 */
export function countReads(registry: Registry, counted: () => Readonly<Record<string, number>>): void {
  new Counter({
    name: "assent_reads_reported_total",
    help: "Reads of customers' data that the bank told of, by what became of them",
    labelNames: ["outcome"],
    registers: [registry],
    collect() {
      this.reset();
      for (const [outcome, count] of Object.entries(counted())) this.inc({ outcome }, count);
    },
  });
}

/** Numbers about the jobs of this process. */
export function createJobMetrics(registry: Registry): RoundHeard {
  const registers = [registry];
  const lastSuccess = new Gauge({
    name: "assent_job_last_success_timestamp_seconds",
    help: "When a round of the job last succeeded here",
    labelNames: ["job"],
    registers,
  });
  const lag = new Gauge({
    name: "assent_job_lag_seconds",
    help: "Age of the oldest thing that waits for the job",
    labelNames: ["job"],
    registers,
  });
  const rounds = new Counter({
    name: "assent_job_rounds_total",
    help: "Rounds, by how they ended",
    labelNames: ["job", "outcome"],
    registers,
  });
  const items = new Counter({
    name: "assent_job_items_total",
    help: "What the job dealt with",
    labelNames: ["job", "what"],
    registers,
  });
  return (job, ended) => {
    rounds.inc({ job, outcome: ended.outcome });
    if (ended.outcome === "failed") return;
    lastSuccess.setToCurrentTime({ job });
    for (const [what, count] of Object.entries(ended.round.counts)) items.inc({ job, what }, count);
    if (ended.round.lagSeconds !== undefined) lag.set({ job }, ended.round.lagSeconds);
  };
}

/**
 * Serves /metrics on loopback, on a port of its own, so that the public listener cannot.
 *
 * @param health for a process that has no other listener.
 */
export async function listenForMetrics(registry: Registry, port: number, health?: Health): Promise<{ close(): void }> {
  const server = createServer(async (request, response) => {
    if (request.url === "/metrics") {
      response.writeHead(200, { "Content-Type": registry.contentType }).end(await registry.metrics());
      return;
    }
    const answer = await health?.answer(request.url ?? "");
    if (!answer) return void response.writeHead(404).end();
    response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.text());
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  return {
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
