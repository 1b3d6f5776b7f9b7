import type { ActionFunction, LoaderFunction } from "@remix-run/node";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { type OpenDatabase, openDatabase } from "#db/client.server";
import { migrate } from "#db/migrate";
import { createApprovals } from "#db/queries/approvals";
import { createStaffDesk } from "#db/queries/staff-desk";
import { createTestDatabase, type TestDatabase } from "#db/testing";
import { STRONG } from "~/domain/factor/authentication";
import type { Approval, Approvals } from "~/ports/approvals";
import { aRevocation, FRAUD, LEAD, OTHER_LEAD } from "~/use-cases/four-eyes.harness";
import { newTrace, withTrace } from "~/web/correlation.server";
import { TEST_ENVIRONMENT } from "./env.harness";

/** S13 by the pages' own addresses: what a member of staff can send without the pages that we show them. */

const PAGES = {
  decide: () => import("./routes/admin.approvals.$id_.decide/route"),
  "act-now": () => import("./routes/admin.approvals.$id_.act-now/route"),
  review: () => import("./routes/admin.approvals.$id_.review/route"),
  "": () => import("./routes/admin.approvals.$id/route"),
} as const;

const ORIGIN = "http://assent.localhost:4100";

describe("forms that nobody was shown (A-08, S13)", () => {
  let database: TestDatabase;
  let opened: OpenDatabase;
  let owner: OpenDatabase;
  let approvals: Approvals;

  beforeAll(async () => {
    database = await createTestDatabase();
    await migrate(database.url);
    for (const [name, value] of Object.entries(TEST_ENVIRONMENT)) vi.stubEnv(name, value);
    vi.stubEnv("DATABASE_URL", database.url);
    opened = openDatabase(database.url, 2);
    owner = openDatabase(database.url, 1, 0, "login");
    approvals = createApprovals(opened.db, "default");
    const desk = createStaffDesk(opened.db, "default");
    const NOW = { authTime: new Date(), correlationId: "log-in" };
    for (const [staff, role, acr] of [
      [LEAD, "care-lead", STRONG],
      [OTHER_LEAD, "care-lead", STRONG],
      [FRAUD, "fraud", STRONG],
      ["stf-weak", "care-lead", "urn:example:password"],
      ["stf-old", "care-lead", STRONG],
      ["stf-gone", "care-lead", STRONG],
      ["stf-clerk", "viewer", STRONG],
    ] as const) {
      const who = { staff: staff as typeof LEAD, name: staff, roles: [role], acr, ...NOW };
      await desk.begin(`token-${staff}`, who);
    }
    // The one whose session has less than what they may since, having signed in elsewhere.
    for (const [token, role] of [
      ["token-stf-less", "care"],
      ["token-stf-more", "care-lead"],
    ] as const) {
      const who = { staff: "stf-two" as typeof LEAD, name: "Two", roles: [role], acr: STRONG, ...NOW };
      await desk.begin(token, who);
    }
    await owner.db.execute(sql`update assent.staff_session set began_at = began_at - interval '6 minutes'
      where staff_id = 'stf-old'`);
    await owner.db.execute(sql`update assent.staff_session set idle_until = clock_timestamp() - interval '1 second'
      where staff_id = 'stf-gone'`);
    await import("~/web/services.server");
  }, 60_000);
  afterAll(async () => {
    const { closeServices } = await import("~/web/services.server");
    await closeServices();
    await Promise.all([opened.close(), owner.close()]);
    await database.drop();
    vi.unstubAllEnvs();
  });

  const aRequest = (by = LEAD): Promise<Approval> =>
    approvals.ask({
      act: aRevocation(),
      by,
      why: "reported",
      idempotencyKey: crypto.randomUUID(),
      correlationId: crypto.randomUUID(),
    });

  async function sent(
    page: keyof typeof PAGES,
    { id }: Approval,
    by: string,
    form: Readonly<Record<string, string>> | undefined,
    headers: Readonly<Record<string, string>> = { origin: ORIGIN, "sec-fetch-site": "same-origin" },
  ) {
    const module = (await PAGES[page]()) as { loader: LoaderFunction; action: ActionFunction };
    const request = new Request(`${ORIGIN}/admin/approvals/${id}${page && `/${page}`}`, {
      method: form ? "POST" : "GET",
      headers: { ...headers, cookie: `__Host-staff=token-${by}` },
      ...(form && { body: new URLSearchParams(form) }),
    });
    const handler = form ? module.action : module.loader;
    const context = { nonce: "", scripts: false };
    const outcome: unknown = await withTrace(newTrace(), async () =>
      handler({ request, params: { id }, context }),
    ).catch((thrown: unknown) => thrown);
    if (outcome instanceof Error) throw outcome;
    if (!(outcome instanceof Response)) return { status: 200, to: "" };
    return { status: outcome.status, to: outcome.headers.get("location") ?? "" };
  }

  const answered = ({ hash }: Approval, answer = "approve", note = "so be it") => ({ hash, answer, note });
  const stateOf = async ({ id }: Approval) => (await approvals.find(id))?.state;
  const refusalsOf = async (staff: string) =>
    (await opened.db.execute(sql`select from assent.audit_event where type = 'staff-refused' and actor_ref = ${staff}`))
      .length;

  test("another approves, and is shown what became of it", async () => {
    const asked = await aRequest();
    expect(await sent("decide", asked, OTHER_LEAD, undefined)).toMatchObject({ status: 200 });
    expect(await sent("decide", asked, OTHER_LEAD, answered(asked))).toEqual({
      status: 303,
      to: `/admin/approvals/${asked.id}`,
    });
    expect(await stateOf(asked)).toBe("approved");
    expect(await sent("decide", asked, FRAUD, answered(asked, "refuse"))).toEqual({
      status: 303,
      to: `/admin/approvals/${asked.id}?told=not-waiting`,
    });
  });

  test("sent twice it is done once, and whoever sent it is not told that somebody else was first", async () => {
    const asked = await aRequest();
    const plain = { status: 303, to: `/admin/approvals/${asked.id}` };
    const told = { status: 303, to: `/admin/approvals/${asked.id}?told=not-waiting` };
    const twice = [answered(asked), answered(asked)].map((form) => sent("decide", asked, OTHER_LEAD, form));
    expect(await Promise.all(twice)).toEqual([plain, plain]);
    expect(await sent("decide", asked, OTHER_LEAD, answered(asked, "refuse"))).toEqual(told);
    expect(await sent("", asked, LEAD, {})).toEqual(told);
    expect(await stateOf(asked)).toBe("approved");
    const own = await aRequest(FRAUD);
    const alone = { because: "money is going", hash: own.hash };
    for (const _ of [1, 2])
      expect(await sent("act-now", own, FRAUD, alone)).toEqual({ status: 303, to: `/admin/approvals/${own.id}` });
    const back = await aRequest();
    for (const _ of [1, 2])
      expect(await sent("", back, LEAD, {})).toEqual({ status: 303, to: `/admin/approvals/${back.id}` });
    expect(await stateOf(back)).toBe("withdrawn");
  });

  test("whoever asked sends the form of the second person: refused, and written down", async () => {
    const asked = await aRequest();
    const before = await refusalsOf(LEAD);
    expect(await sent("decide", asked, LEAD, answered(asked))).toMatchObject({ status: 403 });
    expect(await refusalsOf(LEAD)).toBe(before + 1);
    expect(await sent("decide", asked, LEAD, undefined)).toMatchObject({
      status: 303,
      to: `/admin/approvals/${asked.id}`,
    });
    expect(await stateOf(asked)).toBe("waiting");
  });

  test.each([
    ["whose session ended", "stf-gone", 303, /^\/admin\/log-in\?to=/],
    ["who signed in too weakly", "stf-weak", 303, /^\/admin\/log-in\?to=.*step-up=yes/],
    ["who signed in six minutes ago", "stf-old", 303, /^\/admin\/log-in\?to=.*step-up=yes/],
    ["who may not", "stf-clerk", 403, /^$/],
    ["who may by another session only", "stf-less", 403, /^$/],
    ["who is nobody", "guess", 303, /^\/admin\/log-in\?to=/],
  ] as const)("somebody %s", async (_, by, status, to) => {
    const asked = await aRequest();
    expect(await sent("decide", asked, by, answered(asked))).toEqual({ status, to: expect.stringMatching(to) });
    expect(await stateOf(asked)).toBe("waiting");
  });

  test("who has to sign in for what they pressed comes back to a page that says that it was not done", async () => {
    const asked = await aRequest();
    const back = async (form: Parameters<typeof sent>[3]) => {
      const { to } = await sent("decide", asked, "stf-old", form);
      return new URL(to, ORIGIN).searchParams.get("to");
    };
    expect(await back(answered(asked))).toBe(`/admin/approvals/${asked.id}/decide?again=yes`);
    expect(await back(undefined)).toBe(`/admin/approvals/${asked.id}/decide`);
  });

  test("a form from another site, and from another page of ours", async () => {
    const [asked, other] = [await aRequest(), await aRequest()];
    for (const headers of [{ origin: "https://evil.example" }, { "sec-fetch-site": "cross-site" }, {}])
      expect(await sent("decide", asked, OTHER_LEAD, answered(asked), headers)).toMatchObject({ status: 403 });
    expect(await sent("decide", asked, OTHER_LEAD, answered(other))).toMatchObject({
      to: `/admin/approvals/${asked.id}?told=changed`,
    });
    expect(await stateOf(asked)).toBe("waiting");
  });

  test("a form that is none of ours", async () => {
    const asked = await aRequest();
    for (const form of [{ ...answered(asked), answer: "approved" }, { ...answered(asked), hash: "" }, {}])
      expect(await sent("decide", asked, OTHER_LEAD, form)).toMatchObject({ status: 400 });
    expect(await sent("decide", asked, OTHER_LEAD, answered(asked, "refuse", " "))).toMatchObject({
      status: 303,
      to: expect.stringMatching(/decide\?note=none$/),
    });
    expect(await stateOf(asked)).toBe("waiting");
  });

  test("C-02: a note is one line of plain text, which nothing turns round and the database takes", async () => {
    const asked = await aRequest();
    expect(await sent("decide", asked, OTHER_LEAD, answered(asked, "refuse", "\u200B\u0000"))).toMatchObject({
      to: expect.stringMatching(/decide\?note=none$/),
    });
    await sent("decide", asked, OTHER_LEAD, answered(asked, "refuse", "too \u202Emany\u0000\nof them"));
    expect(await approvals.find(asked.id)).toMatchObject({ state: "refused", note: "too many of them" });
  });

  test("acting alone on what somebody else asked for, and reviewing what one did alone", async () => {
    const [leads, own] = [await aRequest(), await aRequest(FRAUD)];
    const alone = { because: "money is going" };
    expect(await sent("act-now", leads, FRAUD, { ...alone, hash: leads.hash })).toMatchObject({ status: 403 });
    expect(await sent("act-now", leads, LEAD, { ...alone, hash: leads.hash })).toMatchObject({ status: 403 });
    expect(await sent("act-now", own, FRAUD, { hash: own.hash, because: "" })).toMatchObject({
      to: expect.stringMatching(/because=none$/),
    });
    expect([await stateOf(leads), await stateOf(own)]).toEqual(["waiting", "waiting"]);
    expect(await sent("act-now", own, FRAUD, { ...alone, hash: own.hash })).toMatchObject({ status: 303 });
    expect(await stateOf(own)).toBe("approved");
    expect(await sent("review", own, FRAUD, { finding: "right", note: "mine" })).toMatchObject({ status: 403 });
    expect((await approvals.find(own.id))?.review).toBeUndefined();
  });

  test("taking back what somebody else asked for", async () => {
    const asked = await aRequest();
    expect(await sent("", asked, OTHER_LEAD, {})).toMatchObject({ status: 403 });
    expect(await stateOf(asked)).toBe("waiting");
    expect(await sent("", asked, LEAD, {})).toMatchObject({ status: 303 });
    expect(await stateOf(asked)).toBe("withdrawn");
  });
});
