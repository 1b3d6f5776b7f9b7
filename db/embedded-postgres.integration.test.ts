import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, expect, test, vi } from "vitest";
import { removeEmbeddedPostgres, startEmbeddedPostgres } from "./embedded-postgres";
import { freePort } from "./testing.global";

const folder = mkdtempSync(join(tmpdir(), "embedded-"));
const data = join(folder, "postgres");
// A temporary area of its own: others start servers at the same time, and leave them there for longer.
chmodSync(folder, 0o755);
vi.stubEnv("TMPDIR", folder);
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

const leftovers = () => readdirSync(tmpdir()).filter((name) => /^assent-postgres-[0-9a-f]{12}$/.test(name));

test("keeps its data over a stop, is found again by who was killed, and leaves nothing when removed", async () => {
  const port = await freePort();
  const first = await startEmbeddedPostgres(data, port);
  const write = postgres(first.url, { max: 1 });
  await write`create table kept as select 42 as answer`;
  await write.end();

  const found = await startEmbeddedPostgres(data, port);
  expect(found.pid).toBe(first.pid);
  await found.stop();

  const again = await startEmbeddedPostgres(data, port);
  const read = postgres(again.url, { max: 1 });
  expect((await read`select answer from kept`)[0]?.answer).toBe(42);
  await read.end();

  await removeEmbeddedPostgres(data);
  expect(() => process.kill(again.pid, 0)).toThrow("ESRCH");
  expect(existsSync(data)).toBe(false);
  expect(leftovers()).toEqual([]);
});

test("a port that is taken is a failure that says so", async () => {
  const port = await freePort();
  const other = await startEmbeddedPostgres(data, port);
  const second = join(folder, "second");
  await expect(startEmbeddedPostgres(second, port)).rejects.toThrow(/did not start|in use/);
  await other.stop();
  await Promise.all([removeEmbeddedPostgres(data), removeEmbeddedPostgres(second)]);
});
