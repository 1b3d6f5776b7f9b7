import { sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createApprovals } from "#db/queries/approvals";
import { createConsentExports } from "#db/queries/consent-exports";
import { type ProjectionWorld, projectionWorld } from "#db/queries/consent-projection.harness";
import { createConsentSearch } from "#db/queries/consent-search";
import { asStaffId, type StaffId } from "~/domain/shared/ids";
import { exportConsents } from "./export-consents";

/** a list is taken away once, by whoever asked for it, and when somebody else agreed where that is asked for. */

let world: ProjectionWorld;
const LEAD = asStaffId("stf-lead");
const OTHER = asStaffId("stf-other");
const FEW = 2_345;
const MANY = 12_000;

beforeAll(async () => {
  world = await projectionWorld();
  await world.owner.execute(sql`
    insert into assent.consent_projection (consent_id, client_id, client_name, kind, customer_id, status, reason, version,
      account_ids, created_at, changed_at, suspended_by)
    select 'aac-' || nth, 'tpp-' || nth % 2, 'App', 'account-access', 'cus-' || nth % 100,
      case when nth <= ${FEW} then 'suspended' else 'authorised' end, 'as-found', 1, '{}',
      now() - nth / 3 * interval '1 minute', now(), case when nth <= ${FEW} then 'staff' end
    from generate_series(1, ${MANY}) as nth`);
  for (const [id, roles] of [
    [LEAD, ["care-lead"]],
    [OTHER, ["compliance"]],
  ] as const)
    await world.owner.execute(sql`
      insert into assent.staff_member (id, name, roles, seen_at)
      values (${id}, ${id}, ${sql.param([...roles])}::text[], now())`);
}, 60_000);
afterAll(() => world?.stop());

function desk() {
  const search = createConsentSearch(world.db, "test");
  const exports = createConsentExports(world.db, "test");
  const approvals = createApprovals(world.db, "test");
  return { exports, approvals, ...exportConsents({ search, exports, approvals }) };
}

const wish = (query: string, staff: StaffId = LEAD) =>
  ({ id: uuidv7(), staff, query, count: 0, format: "csv", why: "for a test", correlationId: "c" }) as const;

async function idsOf(taken: Awaited<ReturnType<ReturnType<typeof desk>["take"]>>): Promise<readonly string[]> {
  if (typeof taken === "string") throw new Error(taken);
  const ids: string[] = [];
  for await (const page of taken.pages) ids.push(...page.map(({ id }) => id));
  return ids;
}

const evidence = async () =>
  (
    await world.owner.execute<{ detail: Record<string, unknown> }>(sql`
      select detail from assent.audit_event where type = 'consents-exported' order by at, id`)
  ).map(({ detail }) => detail);

test("a list below the limit is ready at once, has exactly what was looked for, and is taken once", async () => {
  const { ask, take, count } = desk();
  const asked = wish("status=suspended");
  expect(await count(asked.query)).toBe(FEW);
  expect(await ask(asked)).toEqual({ is: "ready" });
  expect(await take(asked.id, OTHER, "c")).toBe("gone");
  const ids = await idsOf(await take(asked.id, LEAD, "c"));
  expect(ids).toHaveLength(FEW);
  expect(new Set(ids)).toEqual(new Set(Array.from({ length: FEW }, (_, at) => `aac-${at + 1}`)));
  expect(await take(asked.id, LEAD, "c")).toBe("gone");
  expect((await evidence()).at(-1)).toMatchObject({ filter: { status: ["suspended"] }, count: FEW, format: "csv" });
});

test("of many who take it at the same time one has it", async () => {
  const { ask, exports } = desk();
  const asked = wish("status=suspended&tpp=tpp-1");
  await ask(asked);
  const before = (await evidence()).length;
  const taking = { id: asked.id, staff: LEAD, correlationId: "c", format: "csv", count: 1, filter: {} } as const;
  expect(await exports.take({ ...taking, staff: OTHER })).toBe(false);
  const taken = await Promise.all(Array.from({ length: 5 }, () => exports.take(taking)));
  expect(taken.filter(Boolean)).toHaveLength(1);
  expect((await evidence()).length).toBe(before + 1);
});

test("the same form sent twice is one list", async () => {
  const { ask, exports } = desk();
  const asked = wish("tpp=tpp-1&status=suspended");
  await Promise.all([ask(asked), ask(asked)]);
  expect((await exports.openOf(LEAD)).filter(({ id }) => id === asked.id)).toHaveLength(1);
});

test("one above the limit waits for somebody else, who sees how many and of what; then it is ready", async () => {
  const { ask, take, approvals, makeReady } = desk();
  const asked = wish("kind=account-access");
  const outcome = await ask(asked);
  if (outcome.is !== "waiting") throw new Error(outcome.is);
  expect(outcome.approval.act).toEqual({
    name: "export-consents",
    payload: { query: `kind=account-access&list=${asked.id}`, count: MANY },
  });
  expect(await take(asked.id, LEAD, "c")).toBe("gone");
  const { id, hash, act } = outcome.approval;
  const decided = await approvals.decide({ id, hash, by: OTHER, answer: "approve", note: "", correlationId: "c" });
  expect(decided.ok).toBe(true);
  if (act.name !== "export-consents") throw new Error(act.name);
  const { approval } = outcome;
  expect([await makeReady(act, approval), await makeReady(act, approval)]).toEqual(["done", "done"]);
  expect(await idsOf(await take(asked.id, LEAD, "c"))).toHaveLength(MANY);
  expect((await evidence()).at(-1)).toMatchObject({ count: MANY, approvalId: id });
});

test("what names a customer is in no evidence and in no approval", async () => {
  const { ask, take } = desk();
  const asked = wish("customer=cus-7&status=authorised");
  const outcome = await ask(asked);
  if (outcome.is === "ready") await idsOf(await take(asked.id, LEAD, "c"));
  const [row] = await world.owner.execute<{ all: string }>(sql`
    select (select string_agg(detail::text, ' ') from assent.audit_event) ||
      (select string_agg(to_jsonb(approval)::text, ' ') from assent.approval) as all`);
  expect(row?.all).toContain("export-consents");
  expect(row?.all).not.toContain("cus-7");
});

test("a list that grew since it was asked for is another one", async () => {
  const { ask, take } = desk();
  const asked = wish("tpp=tpp-1&status=suspended&kind=account-access");
  await ask(asked);
  await world.owner.execute(
    sql`update assent.consent_export set count = 10, ready_at = now() where id = ${asked.id}::uuid`,
  );
  expect(await take(asked.id, LEAD, "c")).toBe("grown");
});

test("after four days nobody can take it, and it is gone", async () => {
  const { ask, take, exports } = desk();
  const asked = wish("status=suspended&customer=cus-3");
  await ask(asked);
  await world.owner.execute(sql`
    update assent.consent_export set asked_at = now() - interval '4 days', ready_at = now() where id = ${asked.id}::uuid`);
  expect(await take(asked.id, LEAD, "c")).toBe("gone");
  expect(await exports.forgetOld(100)).toBe(1);
});

test("what is no search is no list", async () => {
  expect(await desk().ask(wish("q=nobody-is-called-so"))).toEqual({ is: "nothing" });
});
