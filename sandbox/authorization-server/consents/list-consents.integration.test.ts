import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../../db/testing.ts";
import { type Database, openSchema } from "../../database.ts";
import { SCHEMA } from "../schema.ts";
import { aNewConsent } from "./consent.builder.ts";
import { createConsents } from "./consents.ts";
import { type ConsentFilter, listConsents } from "./list-consents.ts";

let database: TestDatabase;
let sql: Database;
/** Oldest first. All but the first share one creation time, so that the id has to break the tie. */
const ids: string[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  sql = await openSchema(database.url, "authorization_server", SCHEMA);
  const consents = createConsents(sql);
  for (let n = 0; n < 7; n++) {
    const created = await consents.create(aNewConsent({ type: n === 3 ? "domestic_payment" : "account_access" }));
    if (created.outcome === "created") ids.push(created.consent.id);
  }
  const [oldest, ...tied] = ids as [string, ...string[]];
  const when = "2026-01-05T10:00:00.123456Z";
  await sql`update consent set created_at = ${when}::timestamptz where id = any(${tied})`;
  await sql`update consent set created_at = ${when}::timestamptz - interval '1 microsecond' where id = ${oldest}`;
  ids.splice(0, ids.length, oldest, ...tied.sort());
  await sql`update consent set account_ids = '{acc-1,acc-2}', status = 'authorised' where id = ${ids[1]!}`;
  await sql`update consent set account_ids = '{acc-2}', client_id = 'tpp-tallybook' where id = ${ids[2]!}`;
});

afterAll(async () => {
  await sql?.end();
  await database?.drop();
});

const list = async (filter: Partial<ConsentFilter> = {}) =>
  (await listConsents(sql, { order: "desc", limit: 100, ...filter }))?.map((consent) => consent.id);

test.each(["asc", "desc"] as const)("pages in %s order meet every consent once, both ways", async (order) => {
  const all = order === "asc" ? ids : [...ids].reverse();
  const forwards: string[] = [];
  for (let page = await list({ order, limit: 3 }); page?.length; ) {
    forwards.push(...page);
    page = await list({ order, limit: 3, cursor: { side: "after", consentId: page.at(-1)! } });
  }
  expect(forwards).toEqual(all);
  expect(await list({ order, limit: 3, cursor: { side: "before", consentId: all[5]! } })).toEqual(all.slice(2, 5));
  expect(await list({ order, cursor: { side: "before", consentId: all[0]! } })).toEqual([]);
});

test("filters narrow, alone and together", async () => {
  expect(await list({ accountIds: ["acc-2"] })).toEqual([ids[2], ids[1]]);
  expect(await list({ accountIds: ["acc-1", "acc-9"] })).toEqual([ids[1]]);
  expect(await list({ accountIds: [] })).toEqual([]);
  expect(await list({ clientId: "tpp-tallybook" })).toEqual([ids[2]]);
  expect(await list({ types: ["domestic_payment"] })).toHaveLength(1);
  expect(await list({ statuses: ["authorised"], accountIds: ["acc-2"] })).toEqual([ids[1]]);
});

test("a cursor that names no consent is told apart from an empty page", async () => {
  expect(await list({ cursor: { side: "after", consentId: "aac-none" } })).toBeUndefined();
});
