import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../../db/testing.ts";
import { type Database, openSchema } from "../../database.ts";
import { SCHEMA } from "../schema.ts";
import { type Artifacts, createArtifacts } from "./artifacts.ts";

let database: TestDatabase;
let sql: Database;
let artifacts: Artifacts;

beforeAll(async () => {
  database = await createTestDatabase();
  sql = await openSchema(database.url, "authorization_server", SCHEMA);
  artifacts = createArtifacts(sql);
});

afterAll(async () => {
  await sql?.end();
  await database?.drop();
});

/** How many of eight attempts at the same moment went through, and the OAuth errors of the others. */
async function eightAtOnce(attempt: () => Promise<unknown>) {
  const all = await Promise.allSettled(Array.from({ length: 8 }, attempt));
  const errors = all.flatMap((one) => (one.status === "rejected" ? [(one.reason as Error).message] : []));
  return { passed: 8 - errors.length, errors: [...new Set(errors)] };
}

test.each([
  ["AuthorizationCode", "invalid_grant"],
  ["PushedAuthorizationRequest", "invalid_request_uri"],
])("a %s is consumed by one of eight", async (kind, error) => {
  const adapter = artifacts.adapter(kind);
  await adapter.upsert("one", { clientId: "tpp" }, 60);
  expect(await eightAtOnce(() => adapter.consume("one") as Promise<void>)).toEqual({ passed: 1, errors: [error] });
  expect(await adapter.find("one")).toMatchObject({ clientId: "tpp", consumed: expect.any(Number) });
});

test("the id of an assertion is kept for one of eight", async () => {
  const adapter = artifacts.adapter("ReplayDetection");
  const seen = await eightAtOnce(() => adapter.upsert("jti", { iss: "tpp" } as never, 60) as Promise<void>);
  expect(seen).toEqual({ passed: 1, errors: ["invalid_client"] });
});

test("what is stored within a transaction is undone with it", async () => {
  const adapter = artifacts.adapter("Grant");
  const failed = sql.begin((transaction) =>
    artifacts.within(transaction, async () => {
      await adapter.upsert("undone", {}, 60);
      throw new Error("and then something failed");
    }),
  );
  await expect(failed).rejects.toThrow("something failed");
  expect(await adapter.find("undone")).toBeUndefined();
});

test("tokens are found by their grant, and only they", async () => {
  await artifacts.adapter("AccessToken").upsert("token", { grantId: "g-1" }, 60);
  await artifacts.adapter("Interaction").upsert("interaction", { grantId: "g-1" }, 60);
  const rows = await sql`select kind from artifact where grant_id = 'g-1'`;
  expect(rows.map(({ kind }) => kind)).toEqual(["AccessToken"]);
});

test("a session is forgotten", async () => {
  const sessions = artifacts.adapter("Session");
  await sessions.upsert("s", { uid: "u", accountId: "cus-1" }, 60);
  expect([await sessions.find("s"), await sessions.findByUid("u")]).toEqual([undefined, undefined]);
  expect(await sql`select 1 from artifact where kind = 'Session'`).toHaveLength(0);
});
