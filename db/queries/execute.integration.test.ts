import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { DeskUnavailable } from "~/ports/consent-desk";
import { type OpenDatabase, openDatabase } from "../client.server";
import { createTestDatabase, type TestDatabase } from "../testing";
import { createExecute, createTransact } from "./execute";

let server: TestDatabase;
let database: OpenDatabase;

beforeAll(async () => {
  server = await createTestDatabase();
  database = openDatabase(server.url, 2, 500, "login");
  await database.db.execute(sql`create sequence asked`);
});
afterAll(async () => {
  await database.close();
  await server.drop();
});

/** A sequence is not rolled back: it counts what was tried. */
const asked = async () => {
  const [row] = await database.db.execute<{ last: string }>(sql`select last_value::text as last from asked`);
  return row?.last;
};

test("a statement that fails is not tried again behind the back of whoever was told that it failed", async () => {
  const execute = createExecute(database.db);
  await expect(execute(sql`select nextval('asked'), 1 / (random() * 0)::int`)).rejects.toThrow(DeskUnavailable);
  // On the same connections: whatever was sent before has been done by then.
  await Promise.all([execute(sql`select 1`), execute(sql`select 1`)]);
  expect(await asked()).toBe("1");
});

test("nor is one that takes too long", async () => {
  const execute = createExecute(database.db);
  await expect(execute(sql`select nextval('asked'), pg_sleep(5)`)).rejects.toThrow(DeskUnavailable);
  await Promise.all([execute(sql`select 1`), execute(sql`select 1`)]);
  expect(await asked()).toBe("2");
});

test("several that are run as one leave nothing where one fails, or all of them take too long", async () => {
  const transact = createTransact(database.db);
  await database.db.execute(sql`create table kept (id int)`);
  for (const fails of [sql`select 1 / (random() * 0)::int`, sql`select pg_sleep(5)`]) {
    const work = transact(async (execute) => {
      await execute(sql`insert into kept values (1)`);
      await execute(fails);
    });
    await expect(work).rejects.toThrow(DeskUnavailable);
  }
  expect(await database.db.execute(sql`select from kept`)).toHaveLength(0);
  await transact((execute) => execute(sql`insert into kept values (1)`));
  expect(await database.db.execute(sql`select from kept`)).toHaveLength(1);
});
