import { type SQL, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { AuditAsked } from "~/domain/audit/audit-asked";
import { asClientId, asConsentId } from "~/domain/shared/ids";
import { type OpenDatabase, openDatabase } from "../client.server";
import { migrate } from "../migrate";
import { createTestDatabase, type TestDatabase } from "../testing";
import { foundStatement } from "./audit-search";

/** what a page of the record costs hangs on the page, and not on the record. */

let server: TestDatabase;
let owner: OpenDatabase;
const REF = "11111111-1111-4111-8111-111111111111";
const SIZES = { size: 50, looks: 2_000 };

beforeAll(async () => {
  server = await createTestDatabase();
  await migrate(server.url);
  owner = openDatabase(server.url, 1, 0, "login");
  await owner.db.execute(sql`set session_replication_role = replica`);
  // Forty thousand events, half of which are of one TPP and one type; a customer has twenty, and so has somebody of the staff.
  await owner.db.execute(sql`
    insert into assent.audit_event (id, tenant, at, type, consent_id, client_id, actor_type, actor_ref, customer_ref, correlation_id, detail)
    select gen_random_uuid(), 'test', now() - nth * interval '1 minute',
      case when nth % 2 = 0 then 'consent-moved' else 'decision-intended' end, 'aac-' || nth / 10,
      case when nth % 2 = 0 then 'tpp-0' else 'tpp-' || nth % 50 end,
      case when nth % 2000 = 1 then 'staff' else 'customer' end,
      case when nth % 2000 = 1 then 'stf-1' else 'ref-' || nth % 2000 end,
      case when nth % 2000 = 2 then ${REF}::uuid end, 'c', '{}'
    from generate_series(1, 40000) as nth`);
  await owner.db.execute(sql`analyze assent.audit_event`);
}, 60_000);
afterAll(async () => {
  await owner.close();
  await server.drop();
});

interface Node {
  readonly "Node Type": string;
  readonly "Relation Name"?: string;
  readonly "Actual Rows": number;
  readonly "Actual Loops": number;
  readonly "Rows Removed by Filter"?: number;
  readonly Plans?: readonly Node[];
}

/** How many rows of the record were read, as it was carried out. */
async function readBy(statement: SQL): Promise<number> {
  const [row] = await owner.db.execute<{ "QUERY PLAN": readonly [{ Plan: Node }] }>(
    sql`explain (analyze, format json, timing off) ${statement}`,
  );
  const flat = (node: Node): readonly Node[] => [node, ...(node.Plans ?? []).flatMap(flat)];
  return (row ? flat(row["QUERY PLAN"][0].Plan) : [])
    .filter((node) => node["Relation Name"]?.startsWith("audit_event"))
    .reduce(
      (sum, node) => sum + (node["Actual Rows"] + (node["Rows Removed by Filter"] ?? 0)) * node["Actual Loops"],
      0,
    );
}

const middle = { side: "after" as const, at: String((Date.now() - 20_000 * 60_000) * 1_000), id: REF };

test.each<[string, AuditAsked, number]>([
  ["everything", {}, 60],
  ["a consent", { consent: asConsentId("aac-7") }, 60],
  ["somebody of the staff", { who: "stf-1" }, 60],
  ["a customer", { who: REF }, 120],
  ["a TPP", { client: asClientId("tpp-0") }, 60],
  ["a type", { type: "decision-intended" }, 60],
  ["a time", { from: new Date(Date.now() - 3_000_000_000), until: new Date(Date.now() - 60_000_000) }, 60],
  ["a TPP and a type that never meet", { client: asClientId("tpp-0"), type: "decision-intended" }, 2_010],
])("%s: a page of it, the first and one from the middle, reads no more than it has to", async (_, asked, most) => {
  expect(await readBy(foundStatement("test", asked, undefined, SIZES))).toBeLessThanOrEqual(most);
  expect(await readBy(foundStatement("test", asked, middle, SIZES))).toBeLessThanOrEqual(most);
});
