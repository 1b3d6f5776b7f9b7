import { randomInt } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { removeEmbeddedPostgres, startEmbeddedPostgres } from "./embedded-postgres.ts";

declare module "vitest" {
  interface ProvidedContext {
    databaseServer: string;
  }
}

/** One real server for the whole run: `TEST_DATABASE_URL` where it is set, else an embedded one on a free port. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env["TEST_DATABASE_URL"];
  if (given) {
    project.provide("databaseServer", given);
    return async () => {};
  }
  const folder = mkdtempSync(join(tmpdir(), "assent-test-"));
  const server = await startEmbeddedPostgres(join(folder, "postgres"), await freePort());
  project.provide("databaseServer", server.url);
  return async () => {
    await server.stop();
    await removeEmbeddedPostgres(join(folder, "postgres"));
    rmSync(folder, { recursive: true, force: true });
  };
}

const handedOut = new Set<number>();

/**
 * A port that nobody listens on. Below the range from which systems take the ports of outgoing connections (32768 on
 * Linux, 49152 elsewhere): one of those could take it before it is used.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(12_000, 32_000);
    if (handedOut.has(port) || !(await isFree(port))) continue;
    handedOut.add(port);
    return port;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen(port, "127.0.0.1", () => probe.close(() => resolve(true)));
  });
}
