import { expect, test, vi } from "vitest";
import { freePort } from "#db/testing.global";
import type { RoundHeard } from "~/jobs/run-jobs";
import { createLog } from "~/web/log.server";
import { startWorker } from "./start-worker";

const log = () => createLog("silent");
const ready = async () => ({ ready: true, notReady: [] });
const SETTINGS = { UPSTREAM_TIMEOUT_MS: 2_500 };

test("alone, it says on loopback that it lives and what its jobs did, and nothing else is served", async () => {
  let measure: RoundHeard = () => {};
  const startJobs = (heard: RoundHeard) => {
    measure = heard;
    return { stop: async () => true };
  };
  const port = await freePort();
  const runtime = { readiness: ready, closeServices: async () => {}, startJobs, log };
  const worker = await startWorker(runtime, { ...SETTINGS, METRICS_PORT: port });
  const ask = async (path: string) => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`);
    return [answer.status, await answer.text()] as const;
  };
  expect(await ask("/healthz")).toEqual([200, '{"status":"ok"}']);
  expect(await ask("/readyz")).toEqual([200, '{"status":"ready"}']);
  expect((await ask("/consent"))[0]).toBe(404);

  measure("expire", { outcome: "succeeded", tookMs: 3, round: { counts: { expired: 4 }, lagSeconds: 9, more: false } });
  measure("expire", { outcome: "failed", tookMs: 3, failed: new Error("secret") });
  const [, metrics] = await ask("/metrics");
  expect(metrics).toContain('assent_job_rounds_total{job="expire",outcome="succeeded"} 1');
  expect(metrics).toContain('assent_job_rounds_total{job="expire",outcome="failed"} 1');
  expect(metrics).toContain('assent_job_items_total{job="expire",what="expired"} 4');
  expect(metrics).toContain('assent_job_lag_seconds{job="expire"} 9');
  expect(metrics).toMatch(/assent_job_last_success_timestamp_seconds\{job="expire"\} \d{10}/);
  await worker.stop();
  await expect(ask("/healthz")).rejects.toThrow();
});

test("it closes its connections after the rounds have ended, once, and is not ready meanwhile", async () => {
  let roundEnds: (inTime: boolean) => void = () => {};
  const closed = vi.fn();
  const startJobs = () => ({ stop: () => new Promise<boolean>((resolve) => (roundEnds = resolve)) });
  const port = await freePort();
  const runtime = { readiness: ready, closeServices: async () => closed(), startJobs, log };
  const worker = await startWorker(runtime, { ...SETTINGS, METRICS_PORT: port });
  const stops = [worker.stop(), worker.stop()];
  expect((await fetch(`http://127.0.0.1:${port}/readyz`)).status).toBe(503);
  expect(closed).not.toHaveBeenCalled();
  roundEnds(true);
  await Promise.all(stops);
  expect(closed).toHaveBeenCalledOnce();
});
