import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../db/testing.ts";
import { type Database, openSchema } from "../database.ts";
import { createArtifactStore } from "./artifact-store.ts";
import { SCHEMA } from "./schema.ts";
import { sweep } from "./sweeper.ts";

let database: TestDatabase;
let sql: Database;
let store: ReturnType<typeof createArtifactStore>;
beforeAll(async () => {
  database = await createTestDatabase();
  sql = await openSchema(database.url, "identity_provider", SCHEMA);
  store = createArtifactStore(sql);
});
afterAll(async () => {
  await sql.end();
  await database.drop();
});

const winners = async (race: () => Promise<unknown>) => {
  const results = await Promise.allSettled(Array.from({ length: 8 }, race));
  return results.filter(({ status }) => status === "fulfilled").length;
};

test("of eight that consume one code, one wins, and the rest see when", async () => {
  const codes = store("AuthorizationCode");
  await codes.upsert("c1", { grantId: "g1" }, 60);
  expect(await winners(() => codes.consume("c1") as Promise<void>)).toBe(1);
  expect(await codes.find("c1")).toMatchObject({ grantId: "g1", consumed: expect.any(Number) });
});

test("of eight that use one client assertion, one wins", async () => {
  const replays = store("ReplayDetection");
  expect(await winners(() => replays.upsert("jti", { iss: "rp" }, 60) as Promise<void>)).toBe(1);
});

test("an interaction is resumed once, and an answer that comes later does not revive it", async () => {
  const interactions = store("Interaction");
  await interactions.upsert("i1", { returnTo: "/authorize/i1" }, 60);
  expect(await winners(() => interactions.destroy("i1") as Promise<void>)).toBe(1);
  await expect(interactions.upsert("i1", { result: { error: "access_denied" } }, 60)).rejects.toThrow();
  expect(await interactions.find("i1")).toBeUndefined();
});

test("revoking a grant takes everything that came of it and nothing else", async () => {
  await store("AccessToken").upsert("t1", { grantId: "g2" }, 60);
  await store("AccessToken").upsert("t2", { grantId: "g3" }, 60);
  await store("AccessToken").revokeByGrantId("g2");
  expect(await store("AccessToken").find("t1")).toBeUndefined();
  expect(await store("AccessToken").find("t2")).toBeDefined();
});

test("a session is found by its uid under its kind alone, and what has expired is not found and is swept", async () => {
  await store("Session").upsert("s1", { uid: "u1" }, 60);
  expect(await store("Session").findByUid("u1")).toMatchObject({ uid: "u1" });
  expect(await store("Interaction").findByUid("u1")).toBeUndefined();
  await sql`update artifact set expires_at = now() - interval '31 seconds' where id = 's1'`;
  expect(await store("Session").find("s1")).toBeUndefined();
  await sweep(sql);
  expect(await sql`select 1 from artifact where id = 's1'`).toHaveLength(0);
});
