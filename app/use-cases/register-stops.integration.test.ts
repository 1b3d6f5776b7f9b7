import { readFileSync } from "node:fs";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type ProjectionWorld, projectionWorld } from "#db/queries/consent-projection.harness";
import { createDenialRegister } from "#db/queries/denial-register";
import { createTppRegistrations } from "#db/queries/tpp-registrations";
import { createTppSuspensions } from "#db/queries/tpp-suspensions";
import { asClientId } from "~/domain/shared/ids";
import { APP_ROLES } from "~/domain/tpp/app-facts";
import { aRegisteredApp, aRegisterStatement } from "~/domain/tpp/builders";
import type { RegisterStatement } from "~/domain/tpp/registration";
import { TppRegisterUnavailable } from "~/ports/tpp-register";
import { type RegisterAlert, syncRegister } from "./sync-register";

/** What a register's word does to new requests (A-05, decision 50). */

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
let alerts: RegisterAlert[] = [];

/** Looks at a register that says this of the firm; at one that is away, or at none. */
async function look(said: Partial<RegisterStatement> | "away" | "none", now = new Date(), has = [aRegisteredApp()]) {
  alerts = [];
  await world.owner.execute(sql`update assent.tpp_register_look set due_at = now() - interval '1 second'`);
  const read = async () => {
    if (said === "away") throw new TppRegisterUnavailable("away");
    return { statements: said === "none" ? [] : [aRegisterStatement({ signedAt: new Date(), ...said })], refused: [] };
  };
  await syncRegister({
    register: said === "none" ? undefined : { read },
    registrations: createTppRegistrations(world.db, "test"),
    authorizationServer: { listClients: async () => has },
    alert: (what) => alerts.push(what),
    now: () => now,
  })();
}
const denied = () => createTppSuspensions(world.db, "test").denialsOf(BEACON);
const listed = async () => (await createDenialRegister(world.db).read()).apps;
const denial = (role: (typeof APP_ROLES)[number]) => ({
  clientId: BEACON,
  effect: "new-consents",
  role,
  by: "register",
});
const events = () =>
  world.owner.execute<{ actor: string; detail: object }>(sql`
    select actor_type || ':' || coalesce(actor_ref, '') as actor, detail from assent.audit_event
    where type = 'tpp-register-changed' and client_id = ${BEACON} order by at, id`);

describe("A-05: a firm that its register withdraws", () => {
  test("may ask for nothing new, at every door; and again as soon as the register says so, each with its evidence", async () => {
    await look({});
    expect([await denied(), await listed()]).toEqual([[], []]);
    await look({ standing: "barred" });
    expect(await denied()).toEqual(APP_ROLES.map(denial));
    expect(await listed()).toEqual(APP_ROLES.map(denial));
    expect(alerts).toEqual([{ is: "barred", client: BEACON }]);
    await look({ standing: "barred" });
    expect(alerts).toEqual([]);
    await look({});
    expect([await denied(), await listed()]).toEqual([[], []]);
    expect(await events()).toEqual([
      { actor: "system:", detail: { standing: "barred", barredRoles: [...APP_ROLES] } },
      { actor: "system:", detail: { standing: "active", barredRoles: [] } },
    ]);
  });

  test("stays so while the register is away, however long: silence lets nobody back", async () => {
    await look({ standing: "barred" });
    await world.owner.execute(sql`
      update assent.tpp_register_look set read_at = now() - interval '30 days', tried_at = now() - interval '2 days'`);
    await look("away");
    expect(await denied()).toHaveLength(3);
    expect(alerts).toEqual([{ is: "silent", days: 30 }]);
    await look("away");
    expect(alerts).toEqual([]);
  });

  test("is on no list when the authorization server does not have it, and its customers are asked for nothing all the same", async () => {
    await look({ standing: "barred" }, new Date(), []);
    expect(await listed()).toEqual([]);
    expect(await denied()).toHaveLength(3);
  });
});

test("A-05: a firm from which its register takes a role may ask for nothing new of that role alone", async () => {
  await look({});
  await look({ roles: ["account-information", "funds-confirmation"] });
  expect(await denied()).toEqual([denial("payment-initiation")]);
  expect(await listed()).toEqual([denial("payment-initiation")]);
  expect(alerts).toEqual([{ is: "role-taken", client: BEACON, roles: ["payment-initiation"] }]);
});

describe("A-05: what is no word of a register stops nobody", () => {
  test("what was known before anything was stopped by it: a statement that named no role at all was believed then", async () => {
    const [, , known = ""] = readFileSync("db/migrations/0050_register_stops.sql", "utf8").split(
      "--> statement-breakpoint",
    );
    const atUpgrade = async (said: Partial<RegisterStatement>) => {
      await look(said);
      await world.owner.execute(sql`update assent.tpp_registration set barred_roles = '{}'`);
      await world.owner.execute(sql.raw(known));
      return (await denied()).map(({ role }) => role ?? "").sort();
    };
    expect(await atUpgrade({ roles: [] })).toEqual([]);
    expect(await atUpgrade({ roles: ["account-information"] })).toEqual(["funds-confirmation", "payment-initiation"]);
    expect(await atUpgrade({ standing: "barred", roles: [] })).toEqual([...APP_ROLES].sort());
  });

  test("a silence, however long", async () => {
    await look({});
    await world.owner.execute(sql`
      update assent.tpp_register_look set read_at = now() - interval '8 days', tried_at = now() - interval '7 days'`);
    await look("away");
    expect(await denied()).toEqual([]);
    expect(alerts).toEqual([{ is: "silent", days: 8 }]);
  });

  test("a list without the firm, which one whose statement was refused is not on either", async () => {
    await look({});
    await look({ clientId: asClientId("tpp-other") });
    expect(await createTppRegistrations(world.db, "test").find(BEACON)).toMatchObject({ standing: "unlisted" });
    expect(await denied()).toEqual([]);
  });

  test("none that is set up: whom none ever named, and whom one withdrew that the bank has turned off since", async () => {
    await look("none");
    expect(await denied()).toEqual([]);
    await look({ standing: "barred" });
    expect(await denied()).toHaveLength(3);
    await look("none");
    expect([await denied(), await listed()]).toEqual([[], []]);
  });
});
