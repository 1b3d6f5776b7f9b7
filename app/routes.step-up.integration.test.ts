import type { ActionFunction, LoaderFunction } from "@remix-run/node";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { openDatabase } from "#db/client.server";
import { migrate } from "#db/migrate";
import { createStaffDesk } from "#db/queries/staff-desk";
import { createTestDatabase, type TestDatabase } from "#db/testing";
import { STRONG } from "~/domain/factor/authentication";
import { asStaffId } from "~/domain/shared/ids";
import { newTrace, withTrace } from "~/web/correlation.server";
import { TEST_ENVIRONMENT } from "./env.harness";
import { STAFF_LINES } from "./routes.staff.harness";

/**
 * Decision 48: what cannot be taken back asks for a log-in of the last five minutes, at the page and where it is sent to,
 * however late the browser came back from it.
 * Every action of the portal stands in one of the two lists: none is added unasked.
 */

const UUID = "018f0000-0000-7000-8000-000000000000";

/** Asks for a new log-in, with what its address has to name for that. */
const ASKS: Readonly<Record<string, { readonly params?: Record<string, string>; readonly search?: string }>> = {
  "admin.approvals.$id_.act-now": {},
  "admin.approvals.$id_.review": {},
  "admin.approvals.delegations": {},
  "admin.audit.export": {},
  "admin.consents.$id_.hold": {},
  "admin.consents.$id_.release": {},
  "admin.consents.$id_.revoke": {},
  "admin.consents.export_.file": {},
  "admin.operations.deliveries.$id": { params: { id: UUID } },
  "admin.operations.deliveries.replay": { search: "?channel=tpp&endpoint=tpp-1" },
  "admin.operations.differences.$id": { params: { id: UUID } },
  "admin.revocations.$id_.ask": { params: { id: UUID } },
  "admin.tpps.$clientId_.override": {},
  "admin.tpps.$clientId_.suspend": {},
  "admin.tpps.$clientId_.suspensions.$id_.lift": {},
};

/** Needs none: it can be undone, changes nothing but how pages look, or is the start of something that asks. */
const DOES_NOT_ASK = [
  // Nobody decides it without, which the tests of approvals hold; taking back is taking back.
  "admin.approvals.$id",
  "admin.approvals.$id_.decide",
  "admin.approvals.policy",
  // Looking, which is written down.
  "admin.audit.customer",
  "admin.audit.events.$id",
  "admin.audit.verify",
  "admin.consents.$id",
  "admin.consents._index",
  "admin.operations.retention",
  // What a job does by itself.
  "admin.operations._index",
  "admin.tpps.register",
  // A list that ends nothing, and the stop of what would.
  "admin.revocations.$id_.stop",
  "admin.revocations.new",
  "admin.searches",
];

/** The pages in front of what asks, which ask too. */
const PAGES = [
  ...Object.keys(ASKS).filter((route) => STAFF_LINES[route]?.loader && !route.startsWith("admin.operations.d")),
  "admin.consents.export",
];

const modules = import.meta.glob<{ readonly loader?: LoaderFunction; readonly action?: ActionFunction }>(
  "./routes/admin.*/route.{ts,tsx}",
);
const ORIGIN = "http://assent.localhost:4100";
const COOKIE = "__Host-staff=token-super";

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  await migrate(database.url);
  for (const [name, value] of Object.entries(TEST_ENVIRONMENT)) vi.stubEnv(name, value);
  vi.stubEnv("DATABASE_URL", database.url);
  const owner = openDatabase(database.url, 1, 0, "login");
  await createStaffDesk(owner.db, "default").begin("token-super", {
    staff: asStaffId("stf-super"),
    name: "Super",
    roles: ["super"],
    acr: STRONG,
    authTime: new Date(Date.now() - 6 * 60_000),
    correlationId: "log-in",
  });
  await owner.close();
  await import("~/web/services.server");
}, 60_000);
afterAll(async () => {
  const { closeServices } = await import("~/web/services.server");
  await closeServices();
  await database.drop();
  vi.unstubAllEnvs();
});

async function asked(route: string, method: "GET" | "POST") {
  const load = Object.entries(modules).find(
    ([file]) => /^\.\/routes\/(.+)\/route\.tsx?$/.exec(file)?.[1] === route,
  )?.[1];
  const module = await load?.();
  const { params, search = "" } = ASKS[route] ?? {};
  const request = new Request(`${ORIGIN}/admin/x${search}`, {
    method,
    headers: { cookie: COOKIE, ...(method === "POST" && { origin: ORIGIN, "sec-fetch-site": "same-origin" }) },
    ...(method === "POST" && { body: new URLSearchParams(STAFF_LINES[route]?.form) }),
  });
  const handler = method === "GET" ? module?.loader : module?.action;
  const given = {
    request,
    params: params ?? { ...STAFF_LINES[route]?.params },
    context: { nonce: "", scripts: false },
  };
  const outcome: unknown = await Promise.resolve()
    .then(() => withTrace(newTrace(), async () => handler?.(given)))
    .catch((thrown: unknown) => thrown);
  return outcome instanceof Response ? `${outcome.status} ${outcome.headers.get("location")}` : String(outcome);
}

const STEP_UP = expect.stringMatching(/^303 \/admin\/log-in\?.*step-up=yes/);

test("every action of the portal is in one of the lists", () => {
  const actions = Object.entries(STAFF_LINES).flatMap(([route, { action }]) =>
    action === undefined || action === "outside" ? [] : [route],
  );
  expect([...Object.keys(ASKS), ...DOES_NOT_ASK].sort()).toEqual(actions.sort());
});

test.each(Object.keys(ASKS))("A-09: %s is not done by whoever signed in six minutes ago", async (route) => {
  expect(await asked(route, "POST")).toEqual(STEP_UP);
});

test.each(PAGES)("A-09: %s asks before it is read", async (route) => {
  expect(await asked(route, "GET")).toEqual(STEP_UP);
});
