import { afterAll, beforeAll, expect, test } from "vitest";
import { type ProjectionWorld, projectionWorld } from "#db/queries/consent-projection.harness";
import { createTppRegistrations } from "#db/queries/tpp-registrations";
import { asClientId } from "~/domain/shared/ids";
import { aRegisteredApp, aRegisterStatement } from "~/domain/tpp/builders";
import type { RegisterStatement } from "~/domain/tpp/registration";
import { syncRegister } from "./sync-register";

let world: ProjectionWorld;
beforeAll(async () => {
  world = await projectionWorld();
});
afterAll(() => world.stop());

const BEACON = asClientId("tpp-beacon");
const aStatement = (standing: RegisterStatement["standing"], secondsAgo: number) =>
  aRegisterStatement({ clientId: BEACON, standing, signedAt: new Date(Date.now() - secondsAgo * 1_000) });

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
