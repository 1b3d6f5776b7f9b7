import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openDatabase } from "./client.server";
import { migrate } from "./migrate";
import { createTestDatabase, type TestDatabase } from "./testing";

let server: TestDatabase;
const folder = mkdtempSync(join(tmpdir(), "assent-test-"));
beforeAll(async () => {
  server = await createTestDatabase();
  await migrate(server.url);
  mkdirSync(join(folder, "meta"));
  const entry = { idx: 0, version: "7", when: Date.now() * 2, tag: "next", breakpoints: true };
  writeFileSync(join(folder, "meta/_journal.json"), JSON.stringify({ version: "7", entries: [entry] }));
  writeFileSync(join(folder, "next.sql"), "alter table assent.consent_visit add column next int");
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await server.drop();
});

test("a migration that waits for a long reader, such as a backup, lets everybody else pass, and goes on after it", async () => {
  const [backup, app] = [openDatabase(server.url, 1, 0, "login"), openDatabase(server.url, 1)];
  try {
    let migrated: Promise<unknown> | undefined;
    await backup.db.transaction(async (reading) => {
      await reading.execute(sql`lock table assent.consent_visit in access share mode`);
      migrated = migrate(server.url, folder).catch((error: unknown) => error);
      const waiting = sql`select from pg_locks where mode = 'AccessExclusiveLock' and not granted`;
      await expect.poll(() => reading.execute(waiting), { timeout: 10_000, interval: 20 }).toHaveLength(1);
      // Longer than a statement of the app may take.
      for (const end = performance.now() + 4_000; performance.now() < end; await sleep(100)) {
        await app.db.execute(sql`select count(*) from assent.consent_visit`);
      }
    });
    expect(await migrated).toBeUndefined();
    expect(await app.db.execute(sql`select next from assent.consent_visit`)).toEqual([]);
  } finally {
    await Promise.all([backup.close(), app.close()]);
  }
}, 60_000);
