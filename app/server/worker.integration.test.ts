import { type ChildProcess, fork } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openDatabase } from "#db/client.server";
import { migrate } from "#db/migrate";
import { createJobStatusBook } from "#db/queries/job-status";
import { createTestDatabase, type TestDatabase } from "#db/testing";
import { freePort } from "#db/testing.global";
import { appEnvironment } from "../../sandbox/app-environment.ts";
import { ensurePki } from "../../sandbox/pki.ts";
import { topologyFromEnv } from "../../sandbox/topology.ts";

let database: TestDatabase;
let folder: string;
let settings: Record<string, string>;
const started: ChildProcess[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "assent-worker-"));
  database = await createTestDatabase();
  await migrate(database.url);
  const ports = { AS_INTERNAL_PORT: String(await freePort()), BANK_INTERNAL_PORT: String(await freePort()) };
  const topology = topologyFromEnv({ DATABASE_URL: database.url, SANDBOX_DATA: folder, ...ports });
  await ensurePki(topology.pkiFolder);
  settings = { ...appEnvironment(topology), SESSION_KEYS: randomBytes(32).toString("base64url"), LOG_LEVEL: "silent" };
});
afterAll(async () => {
  for (const worker of started) worker.kill("SIGKILL");
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

/** The worker's own entry, in a process of its own. */
async function startWorkerProcess() {
  const port = await freePort();
  const env = { ...process.env, ...settings, METRICS_PORT: String(port), NODE_ENV: "production" as const };
  const worker = fork("app/server/worker.ts", { env, execArgv: ["--import", "tsx"], stdio: "inherit" });
  started.push(worker);
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) =>
    worker.once("exit", (code, signal) => resolve(signal ?? code)),
  );
  await new Promise<void>((resolve, reject) => {
    worker.on("message", (message: { ready?: true; failed?: string }) =>
      message.ready ? resolve() : reject(new Error(message.failed)),
    );
    void ended.then((how) => reject(new Error(`ended with ${how}`)));
  });
  const ask = async (path: string) => (await fetch(`http://127.0.0.1:${port}${path}`)).text();
  return { worker, ended, ask };
}

const jobs = async () => {
  const { db, close } = openDatabase(database.url, 1);
  try {
    return await createJobStatusBook(db).all();
  } finally {
    await close();
  }
};

test("two workers run every job and say so; one is killed, the other is stopped and finishes what it does", async () => {
  const [first, second] = [await startWorkerProcess(), await startWorkerProcess()];
  expect(await first.ask("/readyz")).toBe('{"status":"ready"}');
  const ran = { name: "settle-changes", lastSuccessAgo: expect.any(Number), problem: undefined };
  await expect.poll(jobs, { timeout: 10_000 }).toContainEqual(expect.objectContaining(ran));
  await expect
    .poll(() => first.ask("/metrics"), { timeout: 10_000 })
    .toContain('assent_job_rounds_total{job="settle-unfinished"');

  first.worker.kill("SIGKILL");
  expect(await first.ended).toBe("SIGKILL");
  second.worker.kill("SIGTERM");
  expect(await second.ended).toBe(0);
});

test("what it cannot start without is named, and no value is repeated", async () => {
  const { SESSION_KEYS: _, ...rest } = settings;
  const env = { ...process.env, ...rest, ASSENT_MODE: "production", SESSION_KEYS: "" };
  const worker = fork("app/server/worker.ts", { env, execArgv: ["--import", "tsx"], stdio: "ignore" });
  started.push(worker);
  const failed = await new Promise<string>((resolve) =>
    worker.on("message", (message: { failed?: string }) => resolve(message.failed ?? "")),
  );
  expect(failed).toContain("SESSION_KEYS is missing");
});
