import { sql } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type OpenDatabase, openDatabase } from "./client.server";
import { createTestDatabase, type TestDatabase } from "./testing";

let server: TestDatabase;
let database: OpenDatabase;

beforeAll(async () => {
  server = await createTestDatabase();
  database = openDatabase(server.url, 1, 0, "login");
});
afterAll(async () => {
  await database.close();
  await server.drop();
});

test("any list of texts goes to the server and comes back as it was", async () => {
  const text = fc.oneof(
    fc.string({ unit: "grapheme" }).filter((each) => !each.includes("\u0000")),
    fc.constantFrom("", "NULL", "null", "{}", '"', "\\", ",", " ", "\n", '\\"', "ä"),
    fc.constant(null),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(text), async (list) => {
      const [row] = await database.db.execute<{ list: unknown; size: number }>(
        sql`select ${sql.param(list)}::text[] as list, cardinality(${sql.param(list)}::text[]) as size`,
      );
      expect(row).toEqual({ list, size: list.length });
    }),
    { numRuns: 300 },
  );
});

test.each([
  ["integer", [1, -2]],
  ["bigint", ["9007199254740993"]],
  ["uuid", ["0190a000-0000-7000-8000-000000000000"]],
])("a list of %s", async (type, list) => {
  const [row] = await database.db.execute(sql`select ${sql.param(list)}::${sql.raw(type)}[] as list`);
  expect(row).toEqual({ list });
});
