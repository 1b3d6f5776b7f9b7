import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openDatabase } from "./client.server";
import { type EmbeddedPostgres, removeEmbeddedPostgres, startEmbeddedPostgres } from "./embedded-postgres";
import { migrate } from "./migrate";
import { freePort } from "./testing.global";

// A server of its own: roles belong to the whole server, and every other test has made ours on the common one.
describe("bringing the schema up to date with a login that is no administrator", () => {
  const folder = mkdtempSync(join(tmpdir(), "assent-test-"));
  let server: EmbeddedPostgres;
  let admin: postgres.Sql;

  beforeAll(async () => {
    server = await startEmbeddedPostgres(join(folder, "postgres"), await freePort());
    admin = postgres(server.url, { max: 1, onnotice: () => {} });
  });
  afterAll(async () => {
    await admin.end();
    await server.stop();
    await removeEmbeddedPostgres(join(folder, "postgres"));
    rmSync(folder, { recursive: true, force: true });
  });

  async function databaseOf(login: string, rights: string): Promise<string> {
    await admin.unsafe(`create role ${login} login ${rights}`);
    await admin.unsafe(`create database ${login} owner ${login}`);
    const url = new URL(server.url);
    url.username = login;
    url.pathname = `/${login}`;
    return url.href;
  }

  test("where the app's role is missing and may not be made, it says what an administrator is to do; then it works", async () => {
    const url = await databaseOf("plain", "");
    await expect(migrate(url)).rejects.toMatchObject({
      cause: { message: expect.stringContaining("create role assent_app nologin; grant assent_app to plain;") },
    });
    await admin.unsafe("create role assent_app nologin");
    await expect(migrate(url)).rejects.toMatchObject({
      cause: { message: expect.stringContaining("grant assent_app to plain;") },
    });
    await admin.unsafe("grant assent_app to plain");
    await migrate(url);
    await worksAsApp(url);
    await admin.unsafe("drop database plain with (force)");
    await admin.unsafe("drop role assent_app");
  });

  test("a login that may make roles makes it, and may then become it", async () => {
    const url = await databaseOf("maker", "createrole");
    await migrate(url);
    await worksAsApp(url);
  });

  async function worksAsApp(url: string): Promise<void> {
    const { db, close } = openDatabase(url, 1);
    try {
      const [row] = await db.execute(sql`select current_user, count(*)::int from assent.audit_event`);
      expect(row).toEqual({ current_user: "assent_app", count: 0 });
    } finally {
      await close();
    }
  }
});
