import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type ProjectionWorld, projectionWorld } from "./consent-projection.harness";
import { createConsentRegister } from "./consent-projection-register";

let world: ProjectionWorld;
beforeAll(async () => {
  world = await projectionWorld();
});
afterAll(() => world.stop());

const written = (id: string, client: string, name: string | null, created: string, status = "authorised") =>
  world.db.execute(sql`
    insert into assent.consent_projection (consent_id, client_id, client_name, kind, status, reason, version, account_ids,
      created_at, changed_at)
    values (${id}, ${client}, ${name}, 'account-access', ${status}, 'as-found', 1, '{}', ${created}, clock_timestamp())`);

test("S12: an app is known by the oldest sharing that goes on, and by no request that was never agreed to", async () => {
  await written("k1", "known-a", "Budget Beacon", "2026-02-01T00:00:00Z");
  await written("k2", "known-a", "Budget\u202E Beacon", "2026-01-01T00:00:00Z");
  await written("k3", "known-a", "Budget Beacon", "2025-01-01T00:00:00Z", "revoked");
  await written("k4", "known-b", "Nobody agreed", "2026-01-01T00:00:00Z", "pending");
  await written("k5", "known-c", null, "2026-01-01T00:00:00Z");
  await written("k6", "known-d", "Tallybook", "2026-03-01T00:00:00Z");
  const known = await createConsentRegister(world.db).knownApps();
  expect(known.filter(({ clientId }) => clientId.startsWith("known-"))).toEqual([
    { clientId: "known-a", name: "Budget Beacon", since: new Date("2026-01-01T00:00:00Z") },
    { clientId: "known-d", name: "Tallybook", since: new Date("2026-03-01T00:00:00Z") },
  ]);
});
