import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect } from "vitest";
import { type OpenDatabase, openDatabase } from "#db/client.server";
import { migrate } from "#db/migrate";
import { createTestDatabase, type TestDatabase } from "#db/testing";
import type { ConsentRequest } from "~/domain/consent/consent-request";
import type { Visit } from "~/ports/consent-desk";
import { TO_BE_CONFIRMED } from "./decide-consent";
import { createFactorWorld } from "./factor-world.harness";

/** A database for the file that imports this, and a world of factors for each of its tests. */
let server: TestDatabase;
export let database: OpenDatabase;
export let world: ReturnType<typeof createFactorWorld>;
beforeAll(async () => {
  server = await createTestDatabase();
  await migrate(server.url);
  database = openDatabase(server.url);
});
beforeEach(() => {
  world = createFactorWorld(database.db);
});
afterAll(async () => {
  await database.close();
  await server.drop();
});

export const eventsOf = async ({ consentId }: Visit) => {
  const rows = await database.db.execute<{ type: string }>(
    sql`select type from assent.audit_event where consent_id = ${consentId} order by id`,
  );
  return rows.map(({ type }) => type).filter((type) => /^(?:factor|decision)/.test(type));
};

/** A payment that its customer said yes to; it waits for the factor. */
export async function asked(over: Partial<ConsentRequest> = {}) {
  const customer = await world.aCustomer(over);
  expect(await customer.allow()).toEqual({ ok: true, value: TO_BE_CONFIRMED });
  expect(await world.desk.decisionOf(customer.visit.id)).toBeUndefined();
  return { ...customer, bound: await customer.challenge() };
}
