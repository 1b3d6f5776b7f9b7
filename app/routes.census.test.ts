import type { ActionFunction, LoaderFunction } from "@remix-run/node";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { TEST_ENVIRONMENT } from "./env.harness";

/**
 * Every loader and action of the app is asked by nobody: no cookie, no session, no hand-off. Whatever then answers with a
 * success is public, and must stand below with the reason why it may be. A new route that forgets its guard fails here.
 */

/** Route folder and export → why anyone may have it. */
const PUBLIC: Readonly<Record<string, string>> = {
  "_index loader": "the words of the front page",
  "receipts.check loader": "an empty form",
  "receipts.check action": "whoever holds a receipt may know whether it is genuine; it reads nothing but what was sent",
  "admin.log-out loader": "says that nobody is signed in, to whoever is not",
  "dashboard.log-out loader": "says that nobody is signed in, to whoever is not",
  "gallery._index loader": "made-up pages, and in production there is none",
  "gallery.look loader": "a made-up brand, and in production there is none",
  "[.]well-known.jwks[.]json loader": "public keys are there for everyone to check what we sign",
};

/** Route folder and export → why it need not look where a form comes from. */
const FROM_ANYWHERE: Readonly<Record<string, string>> = {
  "$ action": "it reads nothing and changes nothing: every address that is unknown is 404, whoever asks",
  "admin.$ action": "it reads nothing and changes nothing: every address that is unknown is 404, whoever asks",
  "dashboard.$ action": "it reads nothing and changes nothing: every address that is unknown is 404, whoever asks",
  "api.v1.access-events action": "the bank's gateway calls it: a signature, and no cookie, lets in",
  "api.v1.authority-events action": "the authorization server calls it: a signature, and no cookie, lets in",
  "api.v1.customer-log-outs action": "the identity provider calls it: a signature, and no cookie, lets in",
  "api.v1.tpps.$clientId.event-subscriptions action": "the bank's gateway calls it: a token, and no cookie, lets in",
  "api.v1.tpps.$clientId.event-subscriptions_.$id action":
    "the bank's gateway calls it: a token, and no cookie, lets in",
  "api.v1.tpps.$clientId.events action": "the bank's gateway calls it: a token, and no cookie, lets in",
};

interface RouteModule {
  readonly loader?: LoaderFunction;
  readonly action?: ActionFunction;
}

const modules = import.meta.glob<RouteModule>("./routes/**/route.{ts,tsx}");
const routes = Object.entries(modules).map(
  ([file, load]) => [file.slice("./routes/".length).replace(/\/route\.tsx?$/, ""), load] as const,
);

beforeAll(async () => {
  for (const [name, value] of Object.entries(TEST_ENVIRONMENT)) vi.stubEnv(name, value);
  // What most routes need is much to load, and no route's own time.
  await import("~/web/services.server");
}, 60_000);

/** What an address of this route looks like to somebody who makes one up. */
function madeUp(route: string): { path: string; params: Record<string, string> } {
  const params: Record<string, string> = {};
  const segments = route
    .split(".")
    .filter((segment) => !segment.startsWith("_"))
    .map((segment) => {
      if (!segment.startsWith("$")) return segment.replace(/_$/, "");
      const name = segment.slice(1).replace(/_$/, "") || "*";
      params[name] = "AAAAAAAAAAAAAAAAAAAAAA";
      return params[name];
    });
  return { path: `/${segments.join("/")}`, params };
}

/** The HTTP status of a loader's or action's outcome, thrown or returned, as Remix would make of it. */
async function statusOf(ask: () => unknown): Promise<number> {
  const outcome = await Promise.resolve()
    .then(ask)
    .catch((thrown: unknown) => {
      if (thrown instanceof Response || isData(thrown)) return thrown;
      throw new Error("it failed before it refused: what nobody may ask must be refused first", { cause: thrown });
    });
  if (outcome instanceof Response) return outcome.status;
  return isData(outcome) ? (outcome.init?.status ?? 200) : 200;
}

/** What Remix's `data()` makes. */
function isData(value: unknown): value is { init: ResponseInit | null } {
  return typeof value === "object" && value !== null && "type" in value && value.type === "DataWithResponseInit";
}

async function answersNobody(route: string, module: RouteModule, method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE") {
  const { path, params } = madeUp(route);
  const context = { nonce: "", scripts: false };
  const body = method === "GET" ? {} : { body: new URLSearchParams({ choice: "allow", decision: "allow" }) };
  // From our own origin: the origin check must not be what hides a missing guard.
  const headers = { origin: "http://assent.localhost:4100", "sec-fetch-site": "same-origin" };
  const request = new Request(`http://assent.localhost:4100${path}`, { method, headers, ...body });
  const handler = method === "GET" ? module.loader : module.action;
  return statusOf(() => handler?.({ request, params, context }));
}

test("there are routes to ask", () => {
  expect(routes.length).toBeGreaterThan(4);
});

describe.each(routes)("%s", (route, load) => {
  test("answers nobody, or says here why it does", async () => {
    const module = await load();
    if (module.loader && !PUBLIC[`${route} loader`]) {
      expect(await answersNobody(route, module, "GET"), "loader").toBeGreaterThanOrEqual(300);
    }
    if (module.action && !PUBLIC[`${route} action`]) {
      for (const method of ["POST", "PUT", "PATCH", "DELETE"] as const) {
        expect(await answersNobody(route, module, method), `action, ${method}`).toBeGreaterThanOrEqual(300);
      }
    }
  });

  test("refuses a form of another origin before anything else", async () => {
    const { action } = await load();
    if (!action || FROM_ANYWHERE[`${route} action`]) return;
    const { path, params } = madeUp(route);
    const request = new Request(`http://assent.localhost:4100${path}`, {
      method: "POST",
      headers: { origin: "https://evil.example" },
      body: new URLSearchParams({ choice: "allow" }),
    });
    expect(await statusOf(() => action({ request, params, context: { nonce: "", scripts: false } }))).toBe(403);
  });
});

/** Route folder and export → what comes before anybody is logged in, or after. */
const IN_FRONT_OF_THE_DASHBOARD: Readonly<Record<string, string>> = {
  "dashboard.log-in loader": "the way to the identity provider",
  "dashboard.log-in_.callback loader": "the way back from it",
  "dashboard.log-out loader": "says that nobody is signed in, to whoever is not",
  "dashboard.log-out action": "whoever has no session has none to end",
  "dashboard.$ loader": "404 for everybody",
  "dashboard.$ action": "404 for everybody",
};

describe.each(routes.filter(([route]) => route.startsWith("dashboard.")))("%s, a customer's own", (route, load) => {
  test("sends nobody to log in, and back to the very page afterwards", async () => {
    const module = await load();
    const { path, params } = madeUp(route);
    for (const name of ["loader", "action"] as const) {
      const handler = module[name];
      if (!handler || IN_FRONT_OF_THE_DASHBOARD[`${route} ${name}`]) continue;
      const headers = { origin: "http://assent.localhost:4100", "sec-fetch-site": "same-origin" };
      const how = name === "loader" ? { headers } : { method: "POST", headers, body: new URLSearchParams() };
      const request = new Request(`http://assent.localhost:4100${path}?from=mail`, how);
      const answer: unknown = await Promise.resolve()
        .then(() => handler({ request, params, context: { nonce: "", scripts: false } }))
        .catch((thrown: unknown) => thrown);
      if (!(answer instanceof Response)) throw new Error(`${name} answers nobody`, { cause: answer });
      const to = new URLSearchParams({ to: `${path}?from=mail` });
      // No redirect of a form's answer leaves our origin.
      const logIn = `/dashboard/log-in?${to}${name === "action" ? "&after-form=yes" : ""}`;
      expect([answer.status, answer.headers.get("location")], name).toEqual([303, logIn]);
    }
  });
});

/** Route folder → how else than by a token it knows its caller. Its own tests hold that. */
const KNOWS_OTHERWISE: Readonly<Record<string, string>> = {
  "api.v1.access-events": "what it takes is signed",
  "api.v1.authority-events": "what it takes is signed",
  "api.v1.customer-log-outs": "what it takes is signed",
};

describe.each(routes.filter(([route]) => route.startsWith("api.")))("%s, where machines call", (route, load) => {
  test("asks for a token before it looks at anything else", async () => {
    if (KNOWS_OTHERWISE[route]) return;
    const { loader, action } = await load();
    const { path, params } = madeUp(route);
    for (const method of ["GET", "POST", "PUT", "PATCH", "DELETE"] as const) {
      const handler = method === "GET" ? loader : action;
      if (!handler) continue;
      const json = method === "GET" ? {} : { body: "{}" };
      const headers = { "content-type": "application/json" };
      const request = new Request(`http://assent.localhost:4100${path}`, { method, headers, ...json });
      expect(await statusOf(() => handler({ request, params, context: { nonce: "", scripts: false } })), method).toBe(
        401,
      );
    }
  });
});

test("every exception still exists", async () => {
  for (const entry of Object.keys({ ...PUBLIC, ...FROM_ANYWHERE, ...IN_FRONT_OF_THE_DASHBOARD })) {
    const [route = "", name] = entry.split(" ");
    const module = await routes.find(([each]) => each === route)?.[1]();
    expect(module?.[name as keyof RouteModule], entry).toBeTypeOf("function");
  }
  for (const entry of Object.keys(KNOWS_OTHERWISE)) expect(routes.map(([route]) => route)).toContain(entry);
});

describe("the census would notice", () => {
  const guarded = () => {
    throw new Response(null, { status: 404 });
  };
  test.each([
    ["data without a guard", { loader: () => ({ secret: 1 }) }, 200],
    ["a response without a guard", { loader: () => Response.json({}) }, 200],
    ["data under a status", { loader: () => ({ type: "DataWithResponseInit", init: { status: 410 } }) }, 410],
    ["a guard", { loader: guarded }, 404],
  ])("%s", async (_, module, status) => {
    expect(await answersNobody("a.$b", module as RouteModule, "GET")).toBe(status);
  });

  test("a failure in place of a refusal", async () => {
    const failing = { loader: () => Promise.reject(new Error("no database")) } as RouteModule;
    await expect(answersNobody("a", failing, "GET")).rejects.toThrow("failed before it refused");
  });
});
