import { connect, createServer, type Server, type Socket } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "../db/testing.ts";
import { openSchema } from "./database.ts";

let server: TestDatabase;
let proxy: Server;
let through: URL;
const lines = new Set<Socket>();

/** Between the pool and the real server: it cuts whoever asks for the server's types, as a server that is killed does. */
beforeAll(async () => {
  server = await createTestDatabase();
  const target = new URL(server.url);
  proxy = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname);
    for (const line of [client, upstream]) {
      lines.add(line);
      line.on("error", () => {});
    }
    client.on("data", (sent) => (sent.includes("pg_type") ? client.destroy() : upstream.write(sent)));
    client.on("close", () => upstream.destroy());
    upstream.pipe(client);
  });
  await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  const address = proxy.address();
  through = new URL(server.url);
  through.port = String(typeof address === "object" && address?.port);
});
afterAll(async () => {
  for (const line of lines) line.destroy();
  await new Promise((resolve) => proxy.close(resolve));
  await server.drop();
});

test("R3: a database that goes away while a line to it is new costs no process, for the driver asks it for nothing then", async () => {
  const sql = await openSchema(through.href, "somewhere", "create table if not exists list (names text[] not null)");
  await sql`insert into list values (${["a", 'b,"c"']})`;
  const [row] = await sql<{ names: string[] }[]>`select names from list where 'a' = any(names)`;
  expect(row?.names).toEqual(["a", 'b,"c"']);
  await sql.end();
});
