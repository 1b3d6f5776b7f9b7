import { sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createApprovals } from "#db/queries/approvals";
import { createConsentExports } from "#db/queries/consent-exports";
import { type ProjectionWorld, projectionWorld } from "#db/queries/consent-projection.harness";
import { createConsentSearch } from "#db/queries/consent-search";
import { asStaffId, type StaffId } from "~/domain/shared/ids";
import { exportConsents } from "./export-consents";

/** what nobody else has to agree to makes no other list ready, whoever asks for it under whatever id. */

let world: ProjectionWorld;
/** Somebody of their own for each test: what one person asks for within a day is counted together. */
let LEAD: StaffId;
let people = 0;
beforeEach(() => {
  LEAD = asStaffId(`stf-lead-${++people}`);
});
const AUDITOR = asStaffId("stf-auditor");
const MANY = 12_000;
const BIG = "kind=account-access";
const SMALL = "status=suspended";

beforeAll(async () => {
  world = await projectionWorld();
  await world.owner.execute(sql`
    insert into assent.consent_projection (consent_id, client_id, client_name, kind, customer_id, status, reason, version,
      account_ids, created_at, changed_at, suspended_by)
    select 'aac-' || nth, 'tpp-' || nth % 2, 'App', 'account-access', 'cus-' || nth % 100,
      case when nth = 1 then 'suspended' else 'authorised' end, 'as-found', 1, '{}', now(), now(),
      case when nth = 1 then 'staff' end
    from generate_series(1, ${MANY}) as nth`);
}, 60_000);
afterAll(() => world?.stop());

function desk(over: Partial<ReturnType<typeof createApprovals>> = {}) {
  const search = createConsentSearch(world.db, "test");
  const exports = createConsentExports(world.db, "test");
  const approvals = { ...createApprovals(world.db, "test"), ...over };
  return { exports, ...exportConsents({ search, exports, approvals }) };
}

const wish = (id: string, query: string, staff: StaffId) =>
  ({ id, staff, query, count: 0, format: "csv", why: "for a test", correlationId: "c" }) as const;

test("a colleague's small list under the id of a big one that waits does not make that one ready", async () => {
  const { ask, take } = desk();
  const id = uuidv7();
  expect(await ask(wish(id, BIG, LEAD))).toMatchObject({ is: "waiting" });
  expect(await ask(wish(id, SMALL, AUDITOR))).toEqual({ is: "gone" });
  expect(await take(id, LEAD, "c")).toBe("gone");
  expect(await take(id, AUDITOR, "c")).toBe("gone");
});

test("a small list under the id of one's own big one, whose approval was never asked for, does not either", async () => {
  const id = uuidv7();
  const away = desk({ ask: () => Promise.reject(new Error("away")) });
  await expect(away.ask(wish(id, BIG, LEAD))).rejects.toThrow("away");
  const { ask, take } = desk();
  expect(await ask(wish(id, SMALL, LEAD))).toEqual({ is: "gone" });
  expect(await take(id, LEAD, "c")).toBe("gone");
});

test("an act that names somebody else's list makes it not ready", async () => {
  const { ask, take, makeReady } = desk();
  const id = uuidv7();
  const asked = await ask(wish(id, BIG, LEAD));
  if (asked.is !== "waiting") throw new Error(asked.is);
  const other = { ...asked.approval, id: uuidv7(), askedBy: AUDITOR };
  const act = { name: "export-consents", payload: { query: `status=suspended&list=${id}`, count: 1 } } as const;
  expect(await makeReady(act, other)).toBe("failed");
  expect(await take(id, LEAD, "c")).toBe("gone");
});

test("what was broken off before anybody was asked is asked for again by the same form", async () => {
  const id = uuidv7();
  const away = desk({ ask: () => Promise.reject(new Error("away")) });
  await expect(away.ask(wish(id, SMALL, LEAD))).rejects.toThrow("away");
  const { ask, take } = desk();
  expect(await ask(wish(id, SMALL, LEAD))).toEqual({ is: "ready" });
  expect(await take(id, LEAD, "c")).toMatchObject({ open: { id } });
});
