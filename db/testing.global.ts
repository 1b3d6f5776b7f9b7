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

/** A port that nobody listened on a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      const port = typeof address === "object" && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
