import { connect, createServer, type Server, type Socket } from "node:net";
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openDatabase } from "./client.server";
import { createTestDatabase, type TestDatabase } from "./testing";

let server: TestDatabase;
let proxy: Server;
let through: URL;
const lines = new Set<Socket>();

/** Between the pool and the real server, so that a line can be cut at any moment. */
beforeEach(async () => {
  server = await createTestDatabase();
  const target = new URL(server.url);
  proxy = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname);
    for (const line of [client, upstream]) {
      lines.add(line);
      line.on("error", () => {});
      line.on("close", () => lines.delete(line));
    }
    client.pipe(upstream).pipe(client);
  });
  await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  const address = proxy.address();
  through = new URL(server.url);
  through.port = String(typeof address === "object" && address?.port);
});

afterEach(async () => {
  for (const line of lines) line.destroy();
  await new Promise((resolve) => proxy.close(resolve));
  await server.drop();
});

test("R3: a line that breaks while something is being written ends that statement, and neither the process nor the place in the pool", async () => {
  const { db, close } = openDatabase(through.href, 4, 2_500, "login");
  const ask = (value: number) => db.execute(sql`select ${value}::int as value`);
  for (let round = 0; round < 25; round += 1) {
    await Promise.all(Array.from({ length: 4 }, (_, value) => ask(value).catch(() => "cut")));
    for (const line of lines) line.destroy();
    const asked: Promise<unknown>[] = [];
    // What is asked in this phase of the event loop is written in the next one, and lines close in between.
    for (let turn = 0; turn < 12; turn += 1) {
      await new Promise(setImmediate);
      asked.push(ask(turn).catch(() => "cut"));
    }
    await Promise.all(asked);
  }
  const answers = await Promise.all(Array.from({ length: 40 }, (_, value) => ask(value)));
  expect(answers.map((rows) => rows[0]?.["value"])).toEqual(Array.from({ length: 40 }, (_, value) => value));
  await close();
}, 30_000);

test("P5: a statement is planned once and kept: whoever asks again with other values finds it ready", async () => {
  const { db, close } = openDatabase(server.url, 1, 2_500, "login");
  const calls = async () => {
    const [kept] = await db.execute(sql`
      select generic_plans + custom_plans as calls from pg_prepared_statements where statement like ${"select $1::int as%"}`);
    return Number(kept?.["calls"] ?? 0);
  };
  for (let value = 0; value < 3; value += 1) await db.execute(sql`select ${value}::int as value`);
  expect(await calls()).toBe(3);
  await close();
});
