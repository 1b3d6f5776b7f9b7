import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type ProjectionWorld, projectionWorld } from "#db/queries/consent-projection.harness";
import { createTppRegistrations } from "#db/queries/tpp-registrations";
import { createTppSuspensions } from "#db/queries/tpp-suspensions";
import { asClientId } from "~/domain/shared/ids";
import { aRegisteredApp, aRegisterStatement } from "~/domain/tpp/builders";
import type { RegisterStatement } from "~/domain/tpp/registration";
import { syncRegister } from "./sync-register";

let world: ProjectionWorld;
beforeAll(async () => {
  world = await projectionWorld();
});
afterAll(() => world.stop());
beforeEach(async () => {
  await world.owner.execute(sql`delete from assent.tpp_registration`);
  await world.owner.execute(sql`delete from assent.tpp_register_look`);
});

const BEACON = asClientId("tpp-beacon");
const aStatement = (standing: RegisterStatement["standing"], secondsAgo: number) =>
  aRegisterStatement({ clientId: BEACON, standing, signedAt: new Date(Date.now() - secondsAgo * 1_000) });

test("A-05: of two looks at the same moment the one with the older word lets nobody back", async () => {
  const registrations = createTppRegistrations(world.db, "test");
  const keep = (said: RegisterStatement) =>
    registrations.keep({ correlationId: "c", register: { statements: [{ said, changes: [] }], refused: [] } });
  expect(await registrations.claimLook()).toBe(true);
  const barred = aStatement("barred", 5);
  await keep(barred);
  await keep(aStatement("active", 60));
  expect(await registrations.find(BEACON)).toMatchObject({ standing: "barred", register: { standing: "barred" } });
  expect(await createTppSuspensions(world.db, "test").denialsOf(BEACON)).toHaveLength(3);
  await keep({ ...barred, name: "Beacon" });
  expect(await registrations.find(BEACON)).toMatchObject({ name: "Beacon" });
  await keep(aStatement("active", 1));
  expect(await createTppSuspensions(world.db, "test").denialsOf(BEACON)).toEqual([]);
});

test("A-05: of two statements on one app the newer one counts, and the other keeps nobody from being read", async () => {
  const registrations = createTppRegistrations(world.db, "test");
  const own = aRegisteredApp({ clientId: asClientId("tpp-own") });
  const alerts: unknown[] = [];
  const look = syncRegister({
    register: {
      read: async () => ({ statements: [aStatement("barred", 5), aStatement("active", 60)], refused: [] }),
    },
    registrations,
    authorizationServer: { listClients: async () => [own, own] },
    alert: (what) => alerts.push(what),
    now: () => new Date(),
  });
  expect(await look()).toEqual({ read: 1, refused: 1 });
  expect(await registrations.find(BEACON)).toMatchObject({ standing: "barred" });
  expect(await registrations.find(own.clientId)).toMatchObject({ standing: "unlisted" });
  expect(alerts).toContainEqual({ is: "refused", because: "older-than-known", count: 1 });
});
