import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type OpenDatabase, openDatabase } from "#db/client.server";
import { migrate } from "#db/migrate";
import { createAuditSearch } from "#db/queries/audit-search";
import { createEvidenceBook } from "#db/queries/evidence-book";
import { createTestDatabase, type TestDatabase } from "#db/testing";
import { asConsentId, asCustomerId, asStaffId } from "~/domain/shared/ids";
import { searchEvidence, tellPseudonym } from "./search-evidence";

/** whoever looks for all that is on record of a person leaves a trace of that. */

const REF = "0196a1b2-0000-4000-8000-000000000001";
const BY = { staff: asStaffId("stf-1"), correlationId: "c-1" };

let server: TestDatabase;
let database: OpenDatabase;
let needs: Parameters<typeof searchEvidence>[0];
beforeAll(async () => {
  server = await createTestDatabase();
  await migrate(server.url);
  database = openDatabase(server.url, 4);
  needs = {
    auditSearch: createAuditSearch(database.db, "test"),
    evidenceBook: createEvidenceBook(database.db, "test"),
  };
  await database.db.execute(sql`
    insert into assent.customer_key (customer_id, ref, sealed_key) values ('cus-1', ${REF}::uuid, 'sealed')`);
  await database.db.execute(sql`
    insert into assent.staff_member (id, name, roles, seen_at) values ('stf-2', 'Two', '{}', now())`);
});
afterAll(async () => {
  await database?.close();
  await server?.drop();
});

let seen = 0;
const onRecord = async () =>
  database.db.execute(sql`
    select actor_ref, correlation_id, detail from assent.audit_event where type = 'evidence-searched' order by at
    offset ${seen}`);
beforeEach(async () => {
  seen += (await onRecord()).length;
});

const trace = (detail: Record<string, string>) => ({ actor_ref: "stf-1", correlation_id: "c-1", detail });

test("a look for a customer by pseudonym is on record before it is answered, on every page", async () => {
  const search = searchEvidence(needs);
  await search({ who: REF }, undefined, BY);
  await search({ who: REF, type: "consent-moved" }, { side: "after", at: "0", id: REF }, BY);
  expect([...(await onRecord())]).toEqual([trace({ by: "customer", who: REF }), trace({ by: "customer", who: REF })]);
});

test("so is one for a member of staff", async () => {
  await searchEvidence(needs)({ who: "stf-2" }, undefined, BY);
  expect([...(await onRecord())]).toEqual([trace({ by: "staff", who: "stf-2" })]);
});

test("what was typed and names nobody by an id of ours is kept nowhere", async () => {
  await searchEvidence(needs)({ who: "Ada Lovelace" }, undefined, BY);
  expect([...(await onRecord())]).toEqual([trace({ by: "staff" })]);
});

test("to be told a customer's pseudonym is on record, without the number, and that there is none too", async () => {
  expect(await tellPseudonym(needs)(asCustomerId("cus-1"), BY)).toBe(REF);
  expect(await tellPseudonym(needs)(asCustomerId("cus-nobody"), BY)).toBeUndefined();
  expect([...(await onRecord())]).toEqual([
    trace({ by: "customer-number", who: REF }),
    trace({ by: "customer-number" }),
  ]);
});

test("a look that is about nobody leaves none", async () => {
  await searchEvidence(needs)({ consent: asConsentId("aac-1"), type: "consent-moved" }, undefined, BY);
  expect([...(await onRecord())]).toEqual([]);
});

test("what cannot be written down is not looked for", async () => {
  const broken = { searched: () => Promise.reject(new Error("away")) };
  const found: unknown[] = [];
  const auditSearch = { ...needs.auditSearch, find: async (asked: unknown) => found.push(asked) as never };
  const search = searchEvidence({ auditSearch, evidenceBook: broken });
  await expect(search({ who: REF }, undefined, BY)).rejects.toThrow("away");
  expect(found).toEqual([]);
});
