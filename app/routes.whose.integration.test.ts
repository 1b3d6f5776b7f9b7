import type { ActionFunction, LoaderFunction } from "@remix-run/node";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type OpenDatabase, openDatabase } from "#db/client.server";
import { createConsentDesk } from "#db/queries/consent-desk";
import { createCustomerVault } from "#db/queries/customer-vault";
import { aConsentRequest, aDomesticPayment, anAccountAccess } from "~/domain/consent/builders";
import type { ConsentRequest } from "~/domain/consent/consent-request";
import type { Allowance } from "~/domain/consent/decision";
import { aShownPage } from "~/domain/receipts/builders";
import { asAccountId, asClientId, asCustomerId } from "~/domain/shared/ids";
import { CATALOGUES } from "~/i18n/catalogues";
import type { Visit } from "~/ports/consent-desk";
import { aVisit } from "~/ports/consent-desk.builders";
import { newTrace, withTrace } from "~/web/correlation.server";
import { createSeal } from "~/web/seal.server";
import { CUSTOMERS } from "../sandbox/personas";
import { type CustomerWorld, startCustomerWorld } from "./routes/dashboard._index/customer-world.integration.harness";
import { LINES, type Line, type Thing } from "./routes.whose.harness";

/**
 * S1, C-07: every page of customers, asked by everybody, for what is theirs, somebody else's and nobody's. The list of the
 * pages is the folder of routes: one that has no line in `LINES` fails, so that none is added unasked.
 */

const OWNER = CUSTOMERS.priya;
/** Of one of the accounts alone: what its other holder agreed to is not theirs to see. */
const CO_HOLDER = CUSTOMERS.sam;
const OTHER = CUSTOMERS.grace;

const MARK = "Kestrel Ledger";

/** What is the owner's; the first three have the names that they are given. */
const THEIRS: Record<Thing, string> = {
  consent: "",
  signing: "",
  decision: "",
  client: "tpp-of-the-owner",
  account: "acc-priya-shared",
  notice: "0190c2c0-0000-7000-8000-00000000aa03",
};
const NOBODYS: Readonly<Record<Thing, string>> = {
  consent: "aac-of-nobody",
  signing: "0190c2c0-0000-7000-8000-00000000bb01",
  decision: "0190c2c0-0000-7000-8000-00000000bb02",
  client: "tpp-of-nobody",
  account: "acc-of-nobody",
  notice: "0190c2c0-0000-7000-8000-00000000bb03",
};
interface RouteModule {
  readonly loader?: LoaderFunction;
  readonly action?: ActionFunction;
}
const modules = import.meta.glob<RouteModule>("./routes/dashboard.*/route.{ts,tsx}");
const routes = Object.entries(modules).map(
  ([file, load]) => [file.slice("./routes/".length).replace(/\/route\.tsx?$/, ""), load] as const,
);

let world: CustomerWorld;
let owner: OpenDatabase;
const cookies = new Map<string, string>();

beforeAll(async () => {
  world = await startCustomerWorld();
  owner = openDatabase(world.databaseUrl, 1, 0, "login");
  await put(owner);
  for (const person of [OWNER, CO_HOLDER, OTHER]) {
    await world.forgive();
    const { jar } = await world.signedIn(person);
    cookies.set(person.id, [...jar].map(([name, value]) => `${name}=${value}`).join("; "));
  }
}, 120_000);
afterAll(async () => {
  await owner?.close();
  await world?.stop();
});

const CLIENT = asClientId(THEIRS.client);

/** What the owner has, of each thing one. */
async function put({ db }: OpenDatabase): Promise<void> {
  const vault = createCustomerVault(db, createSeal("customer-key"));
  const desk = createConsentDesk(db, { tenant: "default", seal: createSeal("consent-desk"), vault });
  const answered = async (visit: Visit, request: ConsentRequest, over: Partial<Allowance> = {}) => {
    await desk.openVisit(visit);
    await desk.keepShown(visit, { ...aShownPage({ request }), shownHash: "page" });
    const accountIds = [asAccountId(THEIRS.account)];
    const intended = await desk.intend(visit, { outcome: "allowed", accountIds, scopes: [], ...over }, "page");
    await desk.settle(visit, intended, { to: new URL("https://as.example/resume") });
    return intended;
  };

  const customer = asCustomerId(OWNER.id);
  const request = aConsentRequest({ subject: anAccountAccess() });
  const visit = aVisit({ customer, clientId: CLIENT, kind: "account-access" });
  THEIRS.consent = visit.consentId;
  THEIRS.decision = (await answered(visit, request)).id;
  await db.execute(sql`
    update assent.consent_projection set client_name = ${MARK} where consent_id = ${THEIRS.consent}`);

  const payment = aVisit({ customer: asCustomerId("cus-first-signer"), clientId: CLIENT, kind: "domestic-payment" });
  const awaits = { required: 2, asked: [customer] };
  await answered(payment, aConsentRequest({ subject: aDomesticPayment() }), { awaits });
  const [signing] = await db.execute<{ id: string }>(sql`
    select id from assent.consent_signing where consent_id = ${payment.consentId}`);
  THEIRS.signing = signing?.id ?? "";

  const content = { what: "authorised", kind: "account-access", app: MARK, by: "customer", at: "2026-03-14T10:00:00Z" };
  await db.execute(sql`
    insert into assent.customer_notice (id, customer_id, event_id, at, content)
    select ${THEIRS.notice}, ${OWNER.id}, id, now(), ${JSON.stringify(content)}::jsonb
    from assent.outbox_event where consent_id = ${THEIRS.consent} order by version desc limit 1`);
}

type Method = "GET" | "POST";

const named = (things: Readonly<Record<string, Thing>>, ids: Readonly<Record<Thing, string>>) =>
  Object.fromEntries(Object.entries(things).map(([name, thing]) => [name, ids[thing]]));

/** What a browser, or whoever else, is answered: its status, where it is sent, and all that is said. */
async function asked(
  module: RouteModule,
  line: Line,
  method: Method,
  ids: Readonly<Record<Thing, string>>,
  who: Headers,
) {
  const params = typeof line.about === "string" ? {} : named(line.about, ids);
  const query = new URLSearchParams(named(line.query ?? {}, ids));
  const headers = new Headers(who);
  if (method === "POST") {
    headers.set("origin", world.origin);
    headers.set("sec-fetch-site", "same-origin");
  }
  const fields = Object.entries(line.form ?? {}).map(([name, value]) => [
    name,
    typeof value === "string" ? value : ids[value.thing],
  ]);
  const request = new Request(`${world.origin}/dashboard/x?${query}`, {
    method,
    headers,
    ...(method === "POST" && { body: new URLSearchParams(fields as [string, string][]) }),
  });
  const handler = method === "GET" ? module.loader : module.action;
  const outcome: unknown = await Promise.resolve()
    .then(() =>
      withTrace(newTrace(), async () => handler?.({ request, params, context: { nonce: "", scripts: false } })),
    )
    .catch((thrown: unknown) => thrown);
  if (outcome instanceof Error) throw outcome;
  return plain(await saidBy(outcome), ids);
}

async function saidBy(outcome: unknown) {
  if (outcome instanceof Response) {
    return { status: outcome.status, location: outcome.headers.get("location") ?? "", text: await outcome.text() };
  }
  const { init, data } = (outcome ?? {}) as { init?: ResponseInit; data?: unknown };
  return { status: init?.status ?? 200, location: "", text: JSON.stringify(data ?? outcome) ?? "" };
}

/** What whoever asks has named themselves tells them nothing. */
function plain({ status, location, text }: Awaited<ReturnType<typeof saidBy>>, ids: Readonly<Record<Thing, string>>) {
  const without = (said: string) =>
    Object.values(ids)
      .reduce((left, id) => left.replaceAll(id, "*").replaceAll(encodeURIComponent(id), "*"), said)
      // What every answer has of its own.
      .replace(/"key":"[^"]*"/g, '"key":"*"');
  return { status, location: without(location), text: without(text) };
}

const asCustomer = (id: string) => new Headers({ cookie: cookies.get(id) ?? "" });
const STRANGERS: readonly (readonly [string, () => Headers])[] = [
  ["nobody", () => new Headers()],
  ["a program with a token of the bank's", () => new Headers({ authorization: "Bearer bank-token" })],
  ["the account's other holder", () => asCustomer(CO_HOLDER.id)],
  ["another customer", () => asCustomer(OTHER.id)],
];

/** Everything that an act of a customer's would leave. */
async function left() {
  const [row] = await owner.db.execute<Record<string, unknown>>(sql`
    select (select count(*) from assent.consent_change)::int as changes,
      (select count(*) from assent.customer_case)::int as cases,
      (select count(*) from assent.customer_notice where read)::int as read,
      (select jsonb_agg(muted_apps) from assent.notice_preference where customer_id = ${OWNER.id}) as muted,
      (select count(*) from assent.customer_session where customer_id = ${OWNER.id})::int as sessions,
      (select status from assent.consent_projection where consent_id = ${THEIRS.consent}) as status`);
  return row;
}

test("every page of customers has its line here, and every line its page", () => {
  expect(Object.keys(LINES).sort()).toEqual(routes.map(([route]) => route).sort());
  expect(routes.length).toBeGreaterThan(20);
  for (const [route, { about }] of Object.entries(LINES)) {
    const names = [...route.matchAll(/\$(\w+?)_?(?=\.|$)/g)].map(([, name]) => name);
    expect(typeof about === "string" ? [] : Object.keys(about), route).toEqual(names);
  }
});

/** Pages that name something or show something that is somebody's. */
const asking = routes.flatMap(([route, load]) => {
  const line = LINES[route];
  return line && line.about !== "nothing" ? [[route, line, load] as const] : [];
});

describe.each(asking)("%s", (_route, line, load) => {
  test.each(STRANGERS)(
    "S1, C-07: to %s what is somebody's is as what is nobody's, and stays as it was",
    async (_, who) => {
      const module = await load();
      for (const [method, handler] of [
        ["GET", module.loader],
        ["POST", module.action],
      ] as const) {
        if (!handler) continue;
        const before = await left();
        const theirs = await asked(module, line, method, THEIRS, who());
        expect(await left(), method).toEqual(before);
        expect(theirs.text, method).not.toContain(MARK);
        const nobodys = await asked(module, line, method, NOBODYS, who());
        expect({ method, ...theirs }).toEqual({ method, ...nobodys });
        if (!who().has("cookie")) expect(theirs.location, method).toMatch(/^\/dashboard\/log-in\?/);
        else if (typeof line.about !== "string" && !("clientId" in line.about)) {
          expect([404, 303], method).toContain(theirs.status);
        }
      }
    },
  );

  test("its owner is shown it, and for what is not there what everybody is", async () => {
    const module = await load();
    if (!module.loader) return;
    const own = await asked(module, line, "GET", THEIRS, asCustomer(OWNER.id));
    // Of each page that has a menu: what is new is told there, and it is the owner's.
    if (own.text.includes('"menu":'))
      expect(own.text).toContain(`"news":"${CATALOGUES["en-GB"].reminders.list.news(1)}"`);
    if (typeof line.about === "string") return expect(own.status).toBe(200);
    const none = await asked(module, line, "GET", NOBODYS, asCustomer(OWNER.id));
    const elsewhere = await asked(module, line, "GET", NOBODYS, asCustomer(OTHER.id));
    // How much is new to each is each one's own.
    const text = none.text.replace(/,"news":"[^"]*"/, "");
    expect({ ...none, text }).toEqual(elsewhere);
    expect(own.status).not.toBe(404);
    if (!line.ownAsNone) expect(own).not.toEqual(none);
  });
});

test("the marks are there to be seen: the lists of their owner show them", async () => {
  for (const route of [
    "dashboard._index",
    "dashboard.notices._index",
    "dashboard.export[.]csv",
    "dashboard.export[.]json",
  ]) {
    const module = await routes.find(([name]) => name === route)?.[1]();
    const line = { ...(LINES[route] as Line), query: {} };
    expect((await asked(module ?? {}, line, "GET", NOBODYS, asCustomer(OWNER.id))).text, route).toContain(MARK);
  }
});
