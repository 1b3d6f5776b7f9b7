import { createServer } from "node:http";
import { collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

export interface Metrics {
  readonly registry: Registry;
  /** Counts a request in; the returned function counts it out, with its surface and status. */
  begin(): (surface: string, status: number) => void;
}

/** Numbers about requests and the process. Labels are words of ours alone, so that requests cannot add series. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
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

/** Serves /metrics on loopback, on a port of its own, so that the public listener cannot. */
export async function listenForMetrics(registry: Registry, port: number): Promise<{ close(): void }> {
  const server = createServer(async (request, response) => {
    if (request.url !== "/metrics") {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { "Content-Type": registry.contentType }).end(await registry.metrics());
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
