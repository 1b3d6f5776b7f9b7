import type { ActionFunction, LoaderFunction } from "@remix-run/node";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { openDatabase } from "#db/client.server";
import { migrate } from "#db/migrate";
import { createStaffDesk } from "#db/queries/staff-desk";
import { createTestDatabase, type TestDatabase } from "#db/testing";
import { STRONG } from "~/domain/factor/authentication";
import { asStaffId } from "~/domain/shared/ids";
import { newTrace, withTrace } from "~/web/correlation.server";
import { TEST_ENVIRONMENT } from "./env.harness";

/** nothing of a consent is shown, and nothing done to it, by an address that leads past the question why. */

const ORIGIN = "http://assent.localhost:4100";
const modules = import.meta.glob<{ readonly loader?: LoaderFunction; readonly action?: ActionFunction }>(
  "./routes/admin.consents.$id*/route.tsx",
);
const BELOW = Object.keys(modules).filter((file) => file.includes("$id_."));

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  await migrate(database.url);
  for (const [name, value] of Object.entries(TEST_ENVIRONMENT)) vi.stubEnv(name, value);
  vi.stubEnv("DATABASE_URL", database.url);
  const owner = openDatabase(database.url, 1, 0, "login");
  const who = { name: "Super", roles: ["super"], acr: STRONG, authTime: new Date(), correlationId: "log-in" };
  await createStaffDesk(owner.db, "default").begin("token-super", { staff: asStaffId("stf-super"), ...who });
  await owner.db.execute(sql`
    insert into assent.consent_projection (consent_id, client_id, client_name, kind, customer_id, status, reason, version,
      account_ids, created_at, changed_at)
    select id, 'tpp-1', 'App', 'account-access', 'cus-1', 'authorised', 'as-found', 1, '{}', now(), now()
    from unnest(array['aac-not-looked', 'aac-looked']) as id`);
  await owner.db.execute(sql`insert into assent.staff_look (staff_id, consent_id, reason, said_at, ends_at)
    values ('stf-super', 'aac-looked', 'fraud-check', now(), now() + interval '30 minutes'),
      ('stf-other', 'aac-not-looked', 'fraud-check', now(), now() + interval '30 minutes'),
      ('stf-super', 'aac-over', 'fraud-check', now() - interval '1 hour', now() - interval '30 minutes')`);
  await owner.close();
  await import("~/web/services.server");
}, 60_000);
afterAll(async () => {
  const { closeServices } = await import("~/web/services.server");
  await closeServices();
  await database.drop();
  vi.unstubAllEnvs();
});

async function asked(file: string, method: "GET" | "POST", id: string, search = "") {
  const module = await modules[file]?.();
  const handler = method === "GET" ? module?.loader : module?.action;
  if (!handler) return undefined;
  const request = new Request(`${ORIGIN}/admin/consents/${id}/x${search}`, {
    method,
    headers: { cookie: "__Host-staff=token-super", ...(method === "POST" && { origin: ORIGIN }) },
    ...(method === "POST" && { body: new URLSearchParams({ reason: "fraud", note: "x", key: "k", shown: "1" }) }),
  });
  const context = { nonce: "", scripts: false };
  const outcome: unknown = await Promise.resolve()
    .then(() => withTrace(newTrace(), async () => handler({ request, params: { id, decision: "d" }, context })))
    .catch((thrown: unknown) => thrown);
  return outcome instanceof Response ? `${outcome.status} ${outcome.headers.get("location")}` : outcome;
}

test("there are pages below a consent", () => {
  expect(BELOW.length).toBeGreaterThan(3);
});

test.each(BELOW)("%s sends whoever has not said why to the question", async (file) => {
  for (const method of ["GET", "POST"] as const) {
    const answer = await asked(file, method, "aac-not-looked");
    if (answer === undefined) continue;
    expect(answer, method).toEqual(expect.stringMatching(/^303 \/admin\/consents\/aac-not-looked\?to=/));
  }
});

test("the page itself says nothing but its id", async () => {
  const answer = await asked("./routes/admin.consents.$id/route.tsx", "GET", "aac-not-looked");
  expect(answer).toMatchObject({ question: { id: "aac-not-looked" }, view: undefined });
  expect(JSON.stringify(answer)).not.toMatch(/cus-1|tpp-1/);
});

test.each(["2026-02-31", "9999-99-99", "0000-01-01", "soon"])(
  "no page of ours leads to the reads before %s",
  async (day) => {
    const page = "./routes/admin.consents.$id/route.tsx";
    expect(await asked(page, "GET", "aac-looked", `?reads-before=${day}`)).toBe("400 null");
  },
);
