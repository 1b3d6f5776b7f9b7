import type { ActionFunction, LoaderFunction } from "@remix-run/node";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { type OpenDatabase, openDatabase } from "#db/client.server";
import { migrate } from "#db/migrate";
import { createStaffDesk } from "#db/queries/staff-desk";
import { createTestDatabase, type TestDatabase } from "#db/testing";
import { STRONG } from "~/domain/factor/authentication";
import { asStaffId } from "~/domain/shared/ids";
import { permissionsOf, STAFF_ROLES, type StaffRole } from "~/domain/staff/role";
import { newTrace, withTrace } from "~/web/correlation.server";
import { TEST_ENVIRONMENT } from "./env.harness";
import { STAFF_LINES } from "./routes.staff.harness";

/**
 * C-08, S1: every page of the portal, asked in every role and by whoever has none. The list of the pages is the folder of
 * routes: one that has no line in `STAFF_LINES` fails, so that none is added unasked.
 */

interface RouteModule {
  readonly loader?: LoaderFunction;
  readonly action?: ActionFunction;
}

const modules = import.meta.glob<RouteModule>("./routes/admin.*/route.{ts,tsx}");
const routes = Object.entries(modules).map(
  ([file, load]) => [file.slice("./routes/".length).replace(/\/route\.tsx?$/, ""), load] as const,
);

const ROLES = Object.keys(STAFF_ROLES) as readonly StaffRole[];
const NOBODYS_ROLE = "janitor";

let database: TestDatabase;
let opened: OpenDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  await migrate(database.url);
  for (const [name, value] of Object.entries(TEST_ENVIRONMENT)) vi.stubEnv(name, value);
  vi.stubEnv("DATABASE_URL", database.url);
  opened = openDatabase(database.url, 1);
  const desk = createStaffDesk(opened.db, "default");
  for (const role of [...ROLES, NOBODYS_ROLE]) {
    const how = { acr: STRONG, authTime: new Date(), correlationId: role };
    const who = { staff: asStaffId(`stf-${role}`), name: role, roles: [role], ...how };
    await desk.begin(`token-${role}`, who);
  }
  await import("~/web/services.server");
}, 60_000);
afterAll(async () => {
  const { closeServices } = await import("~/web/services.server");
  await closeServices();
  await opened.close();
  await database.drop();
  vi.unstubAllEnvs();
});

const refusals = async () =>
  (
    await opened.db.execute<{ permission: string }>(
      sql`select detail ->> 'permission' as permission from assent.audit_event where type = 'staff-refused' order by at`,
    )
  ).map(({ permission }) => permission);

async function asked(route: string, module: RouteModule, method: "GET" | "POST", cookie: string) {
  const line = STAFF_LINES[route];
  const headers: Record<string, string> = { cookie };
  if (method === "POST") Object.assign(headers, { origin: PUBLIC_ORIGIN, "sec-fetch-site": "same-origin" });
  const request = new Request(`${PUBLIC_ORIGIN}/admin/x`, {
    method,
    headers,
    ...(method === "POST" && { body: new URLSearchParams(line?.form) }),
  });
  const handler = method === "GET" ? module.loader : module.action;
  const params = { ...line?.params };
  const outcome: unknown = await Promise.resolve()
    .then(() =>
      withTrace(newTrace(), async () => handler?.({ request, params, context: { nonce: "", scripts: false } })),
    )
    .catch((thrown: unknown) => thrown);
  if (outcome instanceof Error) throw outcome;
  if (outcome instanceof Response) return { status: outcome.status, to: outcome.headers.get("location") ?? "" };
  return { status: (outcome as { init?: ResponseInit } | null)?.init?.status ?? 200, to: "" };
}

const PUBLIC_ORIGIN = "http://assent.localhost:4100";

test("every page of the portal has its line here, and every line its page", () => {
  expect(Object.keys(STAFF_LINES).sort()).toEqual(routes.map(([route]) => route).sort());
});

describe.each(routes)("%s", (route, load) => {
  const guarded = (["loader", "action"] as const).flatMap((handler) => {
    const needs = STAFF_LINES[route]?.[handler];
    return needs && needs !== "outside" ? [{ needs, method: handler === "loader" ? "GET" : "POST" } as const] : [];
  });

  test("its line names what it has", async () => {
    const module = await load();
    for (const handler of ["loader", "action"] as const) {
      expect(module[handler] !== undefined, handler).toBe(STAFF_LINES[route]?.[handler] !== undefined);
    }
  });

  test("A-09: lets in who may, and nobody else, whose asking is written down", async () => {
    const module = await load();
    for (const { needs, method } of guarded) {
      for (const role of [...ROLES, NOBODYS_ROLE]) {
        const before = (await refusals()).length;
        const { status } = await asked(route, module, method, `__Host-staff=token-${role}`);
        const since = (await refusals()).slice(before);
        const may = permissionsOf([role]).has(needs);
        expect(status === 403, `${method} as ${role}: ${status}`).toBe(!may);
        expect(since, `${method} as ${role}`).toEqual(may ? [] : [needs]);
      }
    }
  });

  test("sends whoever is not of the staff to sign in", async () => {
    const module = await load();
    for (const { method } of guarded) {
      for (const cookie of ["", "__Host-staff=", "__Host-staff=guess", "__Host-customer=token-super"]) {
        const { status, to } = await asked(route, module, method, cookie);
        expect({ status, to }, `${method} with ${cookie}`).toEqual({
          status: 303,
          to: expect.stringMatching(/^\/admin\/log-in\?/),
        });
      }
    }
  });
});
