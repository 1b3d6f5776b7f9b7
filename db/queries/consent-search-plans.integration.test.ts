import { type SQL, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SearchOrder } from "~/domain/search/consent-filter";
import { asAccountId, asClientId, asConsentId, asCustomerId } from "~/domain/shared/ids";
import type { Narrowed } from "~/ports/consent-search";
import { type ProjectionWorld, projectionWorld } from "./consent-projection.harness";
import { pageStatement } from "./consent-search-statements";

/** P7, P8: a page of staff's list reads about as many rows as it shows, however many there are and however deep it is. */

let world: ProjectionWorld;

beforeAll(async () => {
  world = await projectionWorld();
  await world.owner.execute(sql`set session_replication_role = replica`);
  await world.owner.execute(sql`
    insert into assent.consent_projection (consent_id, client_id, client_name, kind, customer_id, status, reason, version,
      account_ids, created_at, changed_at, expires_at)
    select 'aac-' || lpad(nth::text, 6, '0'), 'tpp-' || nth % 50, 'App ' || nth % 50,
      case when nth % 1000 = 0 then 'file-payment' when nth % 2 = 0 then 'account-access' else 'domestic-payment' end,
      'cus-' || nth % 4000, (array['authorised', 'revoked', 'consumed', 'authorised', 'expired'])[1 + nth / 2 % 5],
      'as-found', 1, array['acc-' || nth % 4000], now() - nth * interval '1 minute', now() - nth * interval '1 minute',
      now() + nth * interval '1 minute'
    from generate_series(1, 60000) as nth`);
  await world.owner.execute(sql`analyze assent.consent_projection`);
}, 60_000);
afterAll(() => world?.stop());

interface Node {
  readonly "Node Type": string;
  readonly "Relation Name"?: string;
  readonly "Index Name"?: string;
  readonly "Actual Rows": number;
  readonly "Actual Loops": number;
  readonly "Rows Removed by Filter"?: number;
  readonly Plans?: readonly Node[];
}

/** What was read of the consents, row by row, and through which indexes. */
async function readBy(statement: SQL) {
  const [row] = await world.db.execute<{ "QUERY PLAN": readonly [{ Plan: Node }] }>(
    sql`explain (analyze, format json, timing off) ${statement}`,
  );
  const flat = (node: Node): readonly Node[] => [node, ...(node.Plans ?? []).flatMap(flat)];
  const nodes = row ? flat(row["QUERY PLAN"][0].Plan) : [];
  const consents = nodes.filter((node) => node["Relation Name"] === "consent_projection");
  const rows = consents.map(
    (node) => (node["Actual Rows"] + (node["Rows Removed by Filter"] ?? 0)) * node["Actual Loops"],
  );
  return {
    rows: rows.reduce((sum, each) => sum + each, 0),
    types: consents.map((node) => node["Node Type"]),
    indexes: new Set(nodes.flatMap((node) => node["Index Name"] ?? []).filter((name) => name.includes("projection"))),
  };
}

const any: Narrowed["filter"] = { kinds: [], statuses: [] };
const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

const LISTS: readonly (readonly [name: string, found: Narrowed, order: SearchOrder, index: string, most: number])[] = [
  ["everything", { filter: any }, "asked", "created", 60],
  ["everything by change", { filter: any }, "changed", "changed", 60],
  ["one customer", { filter: { ...any, customer: asCustomerId("cus-7") } }, "asked", "customer", 60],
  [
    "customers by name",
    { filter: any, customers: ["cus-7", "cus-8", "cus-9"].map(asCustomerId) },
    "asked",
    "customer",
    60,
  ],
  ["one account", { filter: { ...any, account: asAccountId("acc-7") } }, "asked", "accounts", 60],
  ["some ids", { filter: any, consents: ["aac-000007", "aac-059999"].map(asConsentId) }, "asked", "pkey", 10],
  [
    "a TPP's stopped ones",
    { filter: { ...any, client: asClientId("tpp-7"), statuses: ["revoked"] } },
    "asked",
    "client",
    120,
  ],
  ["a rare kind", { filter: { ...any, kinds: ["file-payment"] } }, "asked", "kind", 120],
  ["a status that nothing has", { filter: { ...any, statuses: ["suspended"] } }, "asked", "kind", 10],
  ["what changed these days", { filter: { ...any, changed: { from: day(-2) } } }, "changed", "changed", 60],
  ["what ends soon", { filter: { ...any, ends: { to: day(3) } } }, "ends", "ends", 60],
];

describe("a page of", () => {
  test.each(LISTS)("%s", async (_, found, order, index, most) => {
    const { rows, types, indexes } = await readBy(pageStatement(found, { order, size: 50 }));
    expect(types).not.toContain("Seq Scan");
    expect(indexes).toContain(`consent_projection_${index}`);
    expect(rows).toBeLessThanOrEqual(most);
  });
});

test("P7: the last page is read like the first, in both directions", async () => {
  const at = String((Date.now() - 59_800 * 60_000) * 1000);
  for (const side of ["after", "before"] as const) {
    const deep = await readBy(
      pageStatement({ filter: any }, { order: "asked", size: 50, from: { side, at, key: "x" } }),
    );
    expect(deep.rows).toBeLessThanOrEqual(60);
    expect(deep.indexes).toContain("consent_projection_created");
  }
});
