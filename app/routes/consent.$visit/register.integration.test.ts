import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type OpenDatabase, openDatabase } from "#db/client.server";
import { createTppRegistrations } from "#db/queries/tpp-registrations";
import { aRegisterStatement } from "~/domain/tpp/builders";
import type { RegisterStatement } from "~/domain/tpp/registration";
import { atTheQuestion, browser } from "./browser.harness";
import { startVisitRoutes, type VisitRoutes } from "./visit-routes.harness";

/** A-05, P-15: what its register says of a firm, as its customers meet it. The routes as they are, on PostgreSQL. */

let routes: VisitRoutes;
let database: OpenDatabase;
beforeAll(async () => {
  routes = await startVisitRoutes();
  database = openDatabase(process.env["DATABASE_URL"] ?? "", 1);
});
beforeEach(() => routes.upstreams.heal());
afterAll(async () => {
  await database.close();
  await routes.stop();
});

/** A look at the register, which says this of the firm; `changes` are what staff read, and not asked about here. */
async function registerSays(over: Partial<RegisterStatement>) {
  const said = aRegisterStatement({ signedAt: new Date(), ...over });
  const registrations = createTppRegistrations(database.db, "default");
  await registrations.claimLook();
  await registrations.keep({ correlationId: "c", register: { statements: [{ said, changes: [] }], refused: [] } });
}
const opened = async () => {
  const customer = browser(routes.upstreams.handOff);
  const { location: path = "" } = await customer.open();
  return { customer, path, page: await customer.page(path) };
};

test("whom its register withdraws asks nobody; the authorization server is told, and it works again at once", async () => {
  await registerSays({ standing: "barred" });
  const { customer, path, page } = await opened();
  expect(page).toMatchObject({ is: "requester-barred" });
  await customer.send(path, { choice: "refuse", seen: page.seen ?? "" });
  expect(routes.upstreams.answers).toMatchObject([{ verb: "reject", body: { error: "unauthorized_client" } }]);
  const [event] = await database.db.execute<{ detail: object }>(
    sql`select detail from assent.audit_event where type = 'decision-intended'`,
  );
  expect(event?.detail).toMatchObject({ outcome: "refused", reason: "tpp-not-authorised" });
  await registerSays({});
  expect((await opened()).page).toMatchObject({ is: "question" });
});

test("a yes to a question that was open before is not taken, and nothing is granted", async () => {
  const customer = await atTheQuestion(routes.upstreams.handOff);
  await registerSays({ standing: "barred" });
  expect(await customer.allow()).toMatchObject({ status: 422, is: "requester-barred" });
  expect(routes.upstreams.answers).toEqual([]);
});

test("a role that was taken stops what needs it, and nothing else", async () => {
  await registerSays({ roles: ["payment-initiation", "funds-confirmation"] });
  expect((await opened()).page).toMatchObject({ is: "requester-barred" });
  await registerSays({ roles: ["account-information"] });
  expect((await opened()).page).toMatchObject({ is: "question" });
});
