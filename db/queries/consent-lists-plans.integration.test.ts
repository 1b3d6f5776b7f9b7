import { type SQL, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { asAccountId, asCustomerId } from "~/domain/shared/ids";
import { accountsStatement, appsStatement, countsStatement, orderedStatement } from "./consent-lists";
import { type ProjectionWorld, projectionWorld } from "./consent-projection.harness";

/** C-09: what a page of a list costs hangs on its customer's own consents, and not on the table. */

let world: ProjectionWorld;
const ME = asCustomerId("cus-7");

beforeAll(async () => {
  world = await projectionWorld();
  await world.owner.execute(sql`set session_replication_role = replica`);
  // Of forty thousand consents a customer has ten, and one has a thousand: half of these are payments.
  await world.owner.execute(sql`
    insert into assent.consent_projection (consent_id, client_id, client_name, kind, customer_id, status, reason, version,
      account_ids, created_at, changed_at)
    select 'aac-' || nth, 'tpp-' || nth % 50, 'App ' || nth % 50,
      case when nth % 2 = 0 then 'account-access' else 'domestic-payment' end,
      case when nth <= 1000 then ${ME} else 'cus-' || nth % 4000 end,
      (array['authorised', 'revoked', 'consumed', 'authorised', 'expired'])[1 + nth / 2 % 5], 'as-found', 1,
      array['acc-' || nth % 7], now(), now() - nth * interval '1 minute'
    from generate_series(1, 40000) as nth`);
  await world.owner.execute(sql`analyze assent.consent_projection`);
}, 60_000);
afterAll(() => world?.stop());

interface Node {
  readonly "Node Type": string;
  readonly "Index Name"?: string;
  readonly "Relation Name"?: string;
  readonly "Actual Rows": number;
  readonly "Actual Loops": number;
  readonly Plans?: readonly Node[];
}

/** Every node of the plan as it was carried out. */
async function planOf(statement: SQL): Promise<readonly Node[]> {
  const [row] = await world.db.execute<{ "QUERY PLAN": readonly [{ Plan: Node }] }>(
    sql`explain (analyze, format json, timing off) ${statement}`,
  );
  const flat = (node: Node): readonly Node[] => [node, ...(node.Plans ?? []).flatMap(flat)];
  return row ? flat(row["QUERY PLAN"][0].Plan) : [];
}

const onConsents = (plan: readonly Node[]) => plan.filter((node) => node["Relation Name"] === "consent_projection");
const usesTheIndex = (plan: readonly Node[]) => {
  const indexes = plan
    .flatMap((node) => node["Index Name"] ?? [])
    .filter((name) => name.startsWith("consent_projection"));
  expect(new Set(indexes)).toEqual(new Set(["consent_projection_shelf"]));
  expect(onConsents(plan).map((node) => node["Node Type"])).not.toContain("Seq Scan");
};

describe("every list reads the index of the lists and no table", () => {
  test.each([
    ["apps", appsStatement(ME, { shelf: "account-access", size: 10, each: 5 })],
    ["accounts", accountsStatement(ME, { accounts: ["acc-1", "acc-2"].map(asAccountId), each: 5 })],
    ["counts", countsStatement(ME)],
    ["what needs action", orderedStatement(ME, { list: "action", size: 25 })],
    ["what waits for others", orderedStatement(ME, { list: "others", size: 25 })],
    ["payments", orderedStatement(ME, { list: "payments", size: 25 })],
    ["what has ended", orderedStatement(ME, { list: "ended", size: 25 })],
    ["one sort", orderedStatement(ME, { list: "account-access", size: 25, text: "app" })],
  ])("%s", async (_, statement) => usesTheIndex(await planOf(statement)));
});

describe.each([
  ["payments", 510],
  ["ended", 310],
] as const)("a page of %s, of hundreds", (list, own) => {
  const place = { at: String((Date.now() - 300 * 60_000) * 1000), key: "aac-1" };
  test.each([
    ["the first", {}],
    ["one in the middle", { from: { side: "after", ...place } }],
    ["one back", { from: { side: "before", ...place } }],
  ] as const)("%s reads no row of another list or customer", async (_, from) => {
    const plan = await planOf(orderedStatement(ME, { list, size: 25, ...from }));
    usesTheIndex(plan);
    const read = onConsents(plan).map((node) => node["Actual Rows"] * node["Actual Loops"]);
    expect(Math.max(...read)).toBeLessThanOrEqual(own);
    expect(Math.max(...read)).toBeGreaterThanOrEqual(26);
  });
});
