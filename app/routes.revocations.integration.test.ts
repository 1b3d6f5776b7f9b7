import { randomUUID } from "node:crypto";
import type { ActionFunction, LoaderFunction } from "@remix-run/node";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { type OpenDatabase, openDatabase } from "#db/client.server";
import { migrate } from "#db/migrate";
import { createStaffDesk } from "#db/queries/staff-desk";
import { createTestDatabase, type TestDatabase } from "#db/testing";
import { STRONG } from "~/domain/factor/authentication";
import type { RevocationFormView } from "~/ui/admin/revocation-form";
import type { RevocationView } from "~/ui/admin/revocation-view";
import { LEAD } from "~/use-cases/four-eyes.harness";
import { newTrace, withTrace } from "~/web/correlation.server";
import { TEST_ENVIRONMENT } from "./env.harness";

/** A-04 by the pages' own addresses: a search that becomes a list, and what a list left that becomes another. */

const PAGES = {
  consents: () => import("./routes/admin.consents._index/route"),
  new: () => import("./routes/admin.revocations.new/route"),
  list: () => import("./routes/admin.revocations.$id/route"),
} as const;

const ORIGIN = "http://assent.localhost:4100";
const CUSTOMER = "cus-routes-quatermass";

let database: TestDatabase;
let opened: OpenDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  await migrate(database.url);
  for (const [name, value] of Object.entries(TEST_ENVIRONMENT)) vi.stubEnv(name, value);
  vi.stubEnv("DATABASE_URL", database.url);
  opened = openDatabase(database.url, 2, 0, "login");
  const desk = createStaffDesk(opened.db, "default");
  for (const [staff, role] of [
    [LEAD, "care-lead"],
    ["stf-auditor", "auditor"],
    ["stf-carer", "care"],
  ] as const) {
    const who = { staff: staff as typeof LEAD, name: staff, roles: [role], acr: STRONG };
    await desk.begin(`token-${staff}`, { ...who, authTime: new Date(), correlationId: "log-in" });
  }
  await opened.db.execute(sql`
    insert into assent.consent_projection (consent_id, client_id, kind, customer_id, status, reason, version, account_ids,
      created_at, changed_at)
    select 'aac-' || nth, 'tpp-' || nth % 2, 'account-access', ${CUSTOMER}, 'authorised', 'as-found', 1, '{}',
      clock_timestamp(), clock_timestamp()
    from generate_series(1, 6) as nth`);
  await import("~/web/services.server");
}, 60_000);
afterAll(async () => {
  const { closeServices } = await import("~/web/services.server");
  await closeServices();
  await opened.close();
  await database.drop();
  vi.unstubAllEnvs();
});

interface Answer {
  readonly status: number;
  readonly to: string;
  readonly data: unknown;
}

async function asked(
  page: keyof typeof PAGES,
  path: string,
  form?: Readonly<Record<string, string>>,
  by: string = LEAD,
): Promise<Answer> {
  const module = (await PAGES[page]()) as { loader: LoaderFunction; action?: ActionFunction };
  const request = new Request(`${ORIGIN}${path}`, {
    method: form ? "POST" : "GET",
    headers: { cookie: `__Host-staff=token-${by}`, origin: ORIGIN, "sec-fetch-site": "same-origin" },
    ...(form && { body: new URLSearchParams(form) }),
  });
  const params = page === "list" ? { id: path.split("/").at(-1) ?? "" } : {};
  const handler = form ? module.action : module.loader;
  const outcome: unknown = await withTrace(newTrace(), async () =>
    handler?.({ request, params, context: { nonce: "", scripts: false } }),
  ).catch((thrown: unknown) => thrown);
  if (outcome instanceof Error) throw outcome;
  if (outcome instanceof Response)
    return { status: outcome.status, to: outcome.headers.get("location") ?? "", data: undefined };
  const { data, init } = (outcome ?? {}) as { data?: unknown; init?: ResponseInit | null };
  return { status: init?.status ?? 200, to: "", data: data ?? outcome };
}

const formOf = ({ data }: Answer) => (data as { view: RevocationFormView }).view;
const listOf = async (path: string, by?: string) =>
  ((await asked("list", path, undefined, by)).data as { view: RevocationView }).view;
const searched = (search: string) => ({ by: "search", search });
const sent = (search: string) => ({ ...searched(search), reason: "fraud", key: randomUUID() });

describe("a search that becomes a list", () => {
  test("the list of consents offers it to whoever may, and where it is not for everything", async () => {
    const revokes = async (query: string, by?: string) =>
      ((await asked("consents", `/admin/consents?${query}`, undefined, by)).data as { view: { revokes?: string } }).view
        .revokes;
    expect(await revokes("tpp=tpp-1")).toBe("tpp=tpp-1");
    expect(await revokes("tpp=tpp-1", "stf-auditor")).toBeUndefined();
    for (const query of ["", "status=authorised", "tpp=tpp-1&status=revoked"])
      expect(await revokes(query)).toBeUndefined();
  });

  test("it is shown in words before anything is asked, and names nobody in the address of the list", async () => {
    const search = `customer=${CUSTOMER}&tpp=tpp-1`;
    const shown = await asked("new", "/admin/revocations/new", searched(search));
    expect(shown.status).toBe(200);
    const { search: view, wrong, key } = formOf(shown);
    expect(view).toMatchObject({ sentence: `Consents of customer ${CUSTOMER} of TPP tpp-1`, query: search });
    expect(wrong).toEqual([]);
    const { status, to } = await asked("new", "/admin/revocations/new", { ...sent(search), key });
    expect({ status, to }).toEqual({ status: 303, to: expect.stringMatching(/^\/admin\/revocations\/[\da-f-]{36}$/) });
    expect((await asked("new", "/admin/revocations/new", { ...sent(search), key })).to, "sent twice").toBe(to);
    const list = await listOf(to);
    expect(list).toMatchObject({ title: "Revoke 3 consents" });
    expect(list.facts[0]).toMatchObject({ label: "Search", value: view?.sentence });
  });

  test.each([
    ["", "everything"],
    ["status=authorised", "everything"],
    ["tpp=tpp-1&status=revoked", "not-live"],
    ["q=nobody-is-called-so", "nothing"],
  ])("I-03: %j is refused in words: %s", async (search, why) => {
    const answer = await asked("new", "/admin/revocations/new", sent(search));
    expect(answer.status).toBe(422);
    expect(formOf(answer).wrong).toEqual([why]);
  });

  test.each(["tpp=tpp-1&kind=nonsense", "tpp=tpp-1&ends-from=yesterday", "tpp=tpp-1&after=1"])(
    "I-03: %j is for more than it says, and no list",
    async (search) => {
      expect(await asked("new", "/admin/revocations/new", sent(search))).toMatchObject({ status: 400 });
    },
  );

  test("C-08: whoever helps one customer sees no list and makes none", async () => {
    expect(await asked("new", "/admin/revocations/new", sent("tpp=tpp-1"), "stf-carer")).toMatchObject({ status: 403 });
  });
});

describe("what a list left", () => {
  async function stopped(): Promise<string> {
    const { to } = await asked("new", "/admin/revocations/new", { ...sent(""), by: "tpp", of: "tpp-0" });
    await opened.db.execute(sql`update assent.bulk_revocation set state = 'stopped', approval_id = gen_random_uuid(),
      started_at = clock_timestamp(), ended_at = clock_timestamp() where id = ${to.split("/").at(-1)}::uuid`);
    return to;
  }
  const rest = (of: string, over = {}) => ({ by: "rest", of, reason: "fraud", key: randomUUID(), ...over });

  test("its page offers to list it again, to whoever may, and that is a list of its own", async () => {
    const path = await stopped();
    const id = path.split("/").at(-1) ?? "";
    expect((await listOf(path, "stf-auditor")).rest).toBeUndefined();
    const { rest: offered } = await listOf(path);
    expect(offered).toEqual({ reason: "fraud", key: expect.any(String) });
    const { status, to } = await asked("new", "/admin/revocations/new", rest(id, offered));
    expect(status).toBe(303);
    expect(to).not.toBe(path);
    const again = await listOf(to);
    expect(again).toMatchObject({ title: "Revoke 3 consents" });
    expect(again.rest).toBeUndefined();
    expect(again.facts[0]).toMatchObject({ value: id, href: path });
    expect(again.ways.map(({ label }) => label)).toContain("Ask for approval");
  });

  test("of one that has not run it is none; of what names no list neither", async () => {
    const { to } = await asked("new", "/admin/revocations/new", { ...sent(""), by: "tpp", of: "tpp-0" });
    expect(await asked("new", "/admin/revocations/new", rest(to.split("/").at(-1) ?? ""))).toMatchObject({
      status: 303,
      to,
    });
    expect(await asked("new", "/admin/revocations/new", rest("none"))).toMatchObject({ status: 400 });
  });
});
