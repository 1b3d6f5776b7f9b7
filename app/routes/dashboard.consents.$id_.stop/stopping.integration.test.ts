import type { ActionFunction, LoaderFunction } from "@remix-run/node";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openDatabase } from "#db/client.server";
import { newTrace, withTrace } from "~/web/correlation.server";
import { services } from "~/web/services.server";
import { CUSTOMERS } from "../../../sandbox/personas";
import {
  type CustomerWorld,
  SESSION,
  startCustomerWorld,
} from "../dashboard._index/customer-world.integration.harness";
import * as stopApp from "../dashboard.apps.$clientId.stop/route";
import * as stopAccount from "../dashboard.consents.$id_.accounts.$account.stop/route";
import * as pause from "../dashboard.consents.$id_.pause/route";
import * as report from "../dashboard.consents.$id_.report/route";
import * as resume from "../dashboard.consents.$id_.resume/route";
import { loader as stopReceipt } from "../dashboard.consents.$id_.stop_.receipt[.]json/route";
import { loader as logIn } from "../dashboard.log-in/route";
import { loader as comeBack } from "../dashboard.log-in_.callback/route";
import * as stopEverything from "../dashboard.stop-everything/route";
import * as stop from "./route";

/** What customers stop, on the routes as they are, with PostgreSQL; nobody answers for the authorization server or the bank. */

interface Route {
  readonly loader: LoaderFunction;
  readonly action: ActionFunction;
}

const { arun, grace } = CUSTOMERS;
let world: CustomerWorld;
beforeAll(async () => {
  world = await startCustomerWorld({ UPSTREAM_TIMEOUT_MS: "2000" });
});
afterAll(() => world?.stop());
beforeEach(() => world.forgive());

const asOwner = async <Row extends Record<string, unknown>>(statement: ReturnType<typeof sql>) => {
  const { db, close } = openDatabase(world.databaseUrl, 1, 0, "login");
  return (await db.execute<Row>(statement).finally(close)) as readonly Row[];
};

let made = 0;
async function aConsent(
  customer: string,
  over: { status?: string; suspendedBy?: string; kind?: string } = {},
): Promise<string> {
  const id = `aac-${++made}`;
  const { status = "authorised", suspendedBy = null, kind = "account-access" } = over;
  await asOwner(sql`
    insert into assent.consent_projection (consent_id, client_id, client_name, kind, customer_id, status, reason, version,
      account_ids, created_at, changed_at, suspended_by)
    values (${id}, 'tpp-beacon', 'Budget Beacon', ${kind}, ${customer}, ${status}, 'as-found', 1,
      '{acc-1,acc-2}', clock_timestamp(), clock_timestamp(), ${suspendedBy})`);
  return id;
}

const changesOf = async (id: string) =>
  (
    await asOwner<{ move: string; state: string }>(sql`
      select move, state from assent.consent_change where consent_id = ${id} order by intended_at`)
  ).map(({ move, state }) => `${move} ${state}`);

type Browser = Awaited<ReturnType<CustomerWorld["signedIn"]>>;
const withParams =
  (route: LoaderFunction | ActionFunction, params: Record<string, string>): LoaderFunction =>
  (given) =>
    route({ ...given, params });
const look = (browser: Browser, route: Route, path: string, params: Record<string, string>) =>
  browser.ask(path, withParams(route.loader, params));
const send = (
  browser: Browser,
  route: Route,
  path: string,
  params: Record<string, string>,
  form: Record<string, string> = {},
) => browser.ask(path, withParams(route.action, params), { key: crypto.randomUUID(), ...form });

const cookieOf = ({ jar }: Browser) => [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
const noScripts = { nonce: "", scripts: false };

const PAGES: readonly (readonly [string, Route, Record<string, string>])[] = [
  ["stop", stop, {}],
  ["pause", pause, { pause: "day" }],
  ["pause", pause, {}],
  ["resume", resume, {}],
  ["report", report, {}],
  ["accounts/acc-1/stop", stopAccount, {}],
];

describe("C-07, C-14: whose it is", () => {
  test.each(PAGES)("%s: somebody else's looks like none, and nothing is done to it", async (page, route, form) => {
    const browser = await world.signedIn(arun);
    const foreign = await aConsent(grace.id);
    for (const id of [foreign, "aac-none", "\0"]) {
      const path = `/dashboard/consents/${encodeURIComponent(id)}/${page}`;
      const params = { id, account: "acc-1" };
      expect([id, await look(browser, route, path, params)]).toMatchObject([id, { status: 404, view: {} }]);
      expect([id, await send(browser, route, path, params, form)]).toMatchObject([id, { status: 404, view: {} }]);
    }
    expect(await changesOf(foreign)).toEqual([]);
    expect(await asOwner(sql`select from assent.customer_case where consent_id = ${foreign}`)).toEqual([]);
  });

  test("everything at once is everything of one's own, and its page is one's own too", async () => {
    const [mine, foreign] = [await aConsent(arun.id), await aConsent(grace.id)];
    const [browser, other] = [await world.signedIn(arun), await world.signedIn(grace)];
    const { location } = await send(browser, stopEverything, "/dashboard/stop-everything", {}, { all: "yes" });
    expect(location).toMatch(/^\/dashboard\/stop-everything\?batch=/);
    expect([await changesOf(mine), await changesOf(foreign)]).toEqual([["stop intended"], []]);
    expect(await look(browser, stopEverything, location, {})).toMatchObject({ status: 200 });
    expect(await look(other, stopEverything, location, {})).toMatchObject({ status: 404 });
    const params = { clientId: "tpp-beacon" };
    const sameOfApp = location.replace("stop-everything", "apps/tpp-beacon/stop");
    expect(await look(browser, stopApp, sameOfApp, params)).toMatchObject({ status: 404 });
  });
});

describe("C-14: where it stands", () => {
  test("a stop is recorded before anybody else is asked, and the page says that it is under way (R-09)", async () => {
    const id = await aConsent(arun.id);
    const browser = await world.signedIn(arun);
    const path = `/dashboard/consents/${id}/stop`;
    expect(await look(browser, stop, path, { id })).toMatchObject({ view: { is: "question" } });
    expect(await send(browser, stop, path, { id }, { reason: "lost-trust" })).toMatchObject({
      status: 303,
      location: path,
    });
    expect(await look(browser, stop, path, { id })).toMatchObject({ view: { is: "under-way" } });
    const [row] = await asOwner(sql`select reason from assent.consent_change where consent_id = ${id}`);
    expect(row).toEqual({ reason: "lost-trust" });
  });

  test("pressed twice, or on a page that is out of date: one stop, and the truth", async () => {
    const id = await aConsent(arun.id);
    const browser = await world.signedIn(arun);
    const path = `/dashboard/consents/${id}/stop`;
    const key = crypto.randomUUID();
    await Promise.all([1, 2].map(() => send(browser, stop, path, { id }, { key })));
    expect(await changesOf(id)).toEqual(["stop intended"]);
    const paused = await send(browser, pause, `/dashboard/consents/${id}/pause`, { id }, { pause: "open" });
    expect(paused.location).toBe(`/dashboard/consents/${id}/pause?tried`);
    expect(await look(browser, pause, paused.location, { id })).toMatchObject({ view: { is: "under-way" } });
    expect(await changesOf(id)).toEqual(["stop intended"]);
  });

  test.each(["revoked", "terminated", "expired", "consumed"])("nothing is done to what is %s", async (status) => {
    const id = await aConsent(arun.id, { status });
    const browser = await world.signedIn(arun);
    for (const [page, route, form] of PAGES.filter(([, route]) => route !== report)) {
      const path = `/dashboard/consents/${id}/${page}`;
      const params = { id, account: "acc-1" };
      expect(await send(browser, route, path, params, form)).toMatchObject({ status: 303 });
      expect(await look(browser, route, path, params)).toMatchObject({ view: { is: "message" } });
    }
    expect(await changesOf(id)).toEqual([]);
  });

  test("D-09: a payment that is used up by one use is not paused, whatever is posted", async () => {
    const id = await aConsent(arun.id, { kind: "domestic-payment" });
    const browser = await world.signedIn(arun);
    const path = `/dashboard/consents/${id}/pause`;
    for (const form of [{ pause: "day" }, { pause: "open" }]) {
      expect((await send(browser, pause, path, { id }, form)).location).toBe(`${path}?tried`);
    }
    expect(await changesOf(id)).toEqual([]);
  });

  test("D-13: a stop that has come about has a receipt that can be checked; before that, its page says how it stands", async () => {
    const id = await aConsent(arun.id);
    const browser = await world.signedIn(arun);
    const path = `/dashboard/consents/${id}/stop`;
    await send(browser, stop, path, { id });
    const file = async () => {
      const request = new Request(`${world.origin}${path}/receipt.json`, { headers: { cookie: cookieOf(browser) } });
      return withTrace(newTrace(), async () => stopReceipt({ request, params: { id }, context: noScripts })).catch(
        (thrown: unknown) => thrown as Response,
      );
    };
    expect((await file()).headers.get("location")).toBe(path);
    await asOwner(sql`
      update assent.consent_change set state = 'settled', ended_at = clock_timestamp() where consent_id = ${id}`);
    await asOwner(sql`
      update assent.consent_projection set status = 'revoked', reason = 'customer-stopped', version = 2
      where consent_id = ${id}`);
    const links = (await look(browser, stop, path, { id })).view["links"] as readonly { href: string }[];
    expect(links.map(({ href }) => href)).toEqual(
      expect.arrayContaining([`${path}/receipt.json`, `${path}/receipt.pdf`]),
    );
    const answer = await file();
    expect(answer.headers.get("content-disposition")).toContain("attachment");
    const bytes = new Uint8Array(await answer.arrayBuffer());
    expect(await services().checkReceipt(bytes)).toMatchObject({
      is: "genuine",
      record: { record_id: id, events: [{ event_state: "withdrawn" }] },
    });
  });

  test("more than one is stopped only with the box ticked (D-10)", async () => {
    const ids = [await aConsent(arun.id), await aConsent(arun.id)];
    const browser = await world.signedIn(arun);
    const path = "/dashboard/apps/tpp-beacon/stop";
    const params = { clientId: "tpp-beacon" };
    const unticked = await send(browser, stopApp, path, params);
    expect(unticked.location).toBe(`${path}?unticked`);
    expect(await look(browser, stopApp, unticked.location, params)).toMatchObject({
      view: { problem: { href: "#choice" } },
    });
    expect(await Promise.all(ids.map(changesOf))).toEqual([[], []]);
    await send(browser, stopApp, path, params, { all: "yes" });
    expect(await Promise.all(ids.map(changesOf))).toEqual([["stop intended"], ["stop intended"]]);
  });

  test("what is not recognised gets one number, however often it is reported (D-24)", async () => {
    const id = await aConsent(arun.id);
    const browser = await world.signedIn(arun);
    const path = `/dashboard/consents/${id}/report`;
    for (const _twice of [1, 2]) await send(browser, report, path, { id });
    const { view } = await look(browser, report, path, { id });
    expect(view).toMatchObject({ is: "under-way", facts: [{}, { value: expect.stringMatching(/\w{4}-\w{4}/) }] });
    expect(await changesOf(id)).toEqual(["stop intended"]);
  });
});

describe("D-28: what opens data again asks for both factors anew, and nothing else does", () => {
  const letPass = (minutes: number) =>
    asOwner(sql`update assent.customer_session set began_at = began_at - make_interval(mins => ${minutes})`);

  test("to start again takes a new sign-in, under a new session, and comes back to the page", async () => {
    const id = await aConsent(arun.id, { status: "suspended", suspendedBy: "customer" });
    const browser = await world.signedIn(arun);
    const path = `/dashboard/consents/${id}/resume`;
    await letPass(3);
    const stepUp = await send(browser, resume, path, { id });
    const address = `/dashboard/log-in?${new URLSearchParams({ to: path })}`;
    expect(stepUp).toMatchObject({ status: 303, location: `${address}&after-form=yes` });
    expect(await changesOf(id)).toEqual([]);
    const before = browser.jar.get(SESSION);
    const away = await browser.ask(address, logIn);
    expect(await browser.ask(await browser.atTheProvider(away.location, arun), comeBack)).toMatchObject({
      location: path,
    });
    expect(browser.jar.get(SESSION)).not.toBe(before);
    expect(await send(browser, resume, path, { id })).toMatchObject({ status: 303, location: path });
    expect(await changesOf(id)).toEqual(["resume intended"]);
  });

  test("to pause, to stop and to report never do", async () => {
    const browser = await world.signedIn(arun);
    await letPass(50);
    for (const [page, route, form] of PAGES.filter(([, route]) => route !== resume)) {
      const id = await aConsent(arun.id);
      const answer = await send(browser, route, `/dashboard/consents/${id}/${page}`, { id, account: "acc-1" }, form);
      expect([page, answer.location.startsWith("/dashboard/log-in")]).toEqual([page, false]);
    }
  });

  test("T10: what the bank holds its customer does not start again, and is told who holds it", async () => {
    const id = await aConsent(arun.id, { status: "suspended", suspendedBy: "staff" });
    const browser = await world.signedIn(arun);
    const path = `/dashboard/consents/${id}/resume`;
    await send(browser, resume, path, { id });
    expect(await changesOf(id)).toEqual([]);
    const { view } = await look(browser, resume, path, { id });
    expect(view).toMatchObject({ is: "message", title: expect.stringContaining("has paused this") });
  });
});
