import type { LoaderFunction } from "@remix-run/node";
import { sql } from "drizzle-orm";
import { importJWK, SignJWT } from "jose";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { openDatabase } from "#db/client.server";
import { closeServices } from "~/web/services.server";
import { CUSTOMERS, type Customer } from "../../../sandbox/personas";
import { signingKey } from "../../../sandbox/pki";
import { action as hearLogOut } from "../api.v1.customer-log-outs/route";
import { loader as logIn } from "../dashboard.log-in/route";
import { loader as comeBack } from "../dashboard.log-in_.callback/route";
import { loader as loggedOut, action as logOut } from "../dashboard.log-out/route";
import { action as endSessions, loader as sessions } from "../dashboard.sessions/route";
import { type Answer, type CustomerWorld, SESSION, startCustomerWorld } from "./customer-world.integration.harness";
import { loader as home } from "./route";

/** S4, S12: the log-in of customers: the routes as they are, PostgreSQL, and the identity provider as it is. */

const { arun, grace } = CUSTOMERS;
let world: CustomerWorld;
let origin: string;
beforeAll(async () => {
  world = await startCustomerWorld();
  origin = world.origin;
});
afterAll(() => world?.stop());
beforeEach(() => world.forgive());

const aBrowser = () => world.browser();
const signedIn = (person?: Customer) => world.signedIn(person);

describe("logging in", () => {
  test("goes to the identity provider and back to the page that was asked for", async () => {
    const browser = aBrowser();
    const page = "/dashboard/signatures/abc?from=mail";
    expect(await browser.ask(page, home)).toMatchObject({ status: 303 });
    expect(await browser.signIn(arun, page)).toMatchObject({ status: 303, location: page });
    expect(await browser.home()).toMatchObject({ status: 200, view: { title: "Open Banking connected apps" } });
  });

  test.each(["https://evil.example/dashboard", "//evil.example", "/consent/x", "/dashboard/log-out"])(
    "and never to %s (S3)",
    async (to) => {
      const browser = aBrowser();
      const away = await browser.ask(`/dashboard/log-in?${new URLSearchParams({ to })}`, logIn);
      const back = await browser.ask(await browser.atTheProvider(away.location, arun), comeBack);
      expect(back.location).toBe("/dashboard");
    },
  );

  test("makes a new session, whatever the browser came with, and ends the one before (session fixation)", async () => {
    const browser = aBrowser();
    browser.jar.set(SESSION, "planted");
    await browser.signIn();
    const first = browser.jar.get(SESSION);
    expect(first).toMatch(/^[a-z2-7]{40}$/);
    const away = await browser.ask("/dashboard/log-in", logIn);
    await browser.ask(await browser.atTheProvider(away.location, grace), comeBack);
    expect(browser.jar.get(SESSION)).not.toBe(first);

    const thief = aBrowser();
    for (const token of ["planted", first ?? ""]) {
      thief.jar.set(SESSION, token);
      expect(await thief.home()).toMatchObject({ status: 303 });
    }
  });

  test("its answer is nothing to another browser, and nothing a second time", async () => {
    const [browser, other] = [aBrowser(), aBrowser()];
    const away = await browser.ask("/dashboard/log-in", logIn);
    const answer = await browser.atTheProvider(away.location, arun);
    await other.ask("/dashboard/log-in", logIn);
    expect(await other.ask(answer, comeBack)).toMatchObject({ status: 400, view: { is: "failed" } });
    expect(other.jar.has(SESSION)).toBe(false);
    expect(await browser.ask(answer, comeBack)).toMatchObject({ status: 303 });
    expect(await browser.ask(answer, comeBack)).toMatchObject({ status: 400, view: { is: "failed" } });
  });

  test("two tabs at once each come to their own page", async () => {
    const browser = aBrowser();
    const [one, two] = [
      await browser.ask("/dashboard/log-in?to=/dashboard/sessions", logIn),
      await browser.ask("/dashboard/log-in?to=/dashboard/signatures/b", logIn),
    ];
    const back = async (away: Answer) => browser.ask(await browser.atTheProvider(away.location, arun), comeBack);
    expect((await back(two)).location).toBe("/dashboard/signatures/b");
    expect((await back(one)).location).toBe("/dashboard/sessions");
  });

  test("whoever turns back is told so, and can try again for the same page", async () => {
    const browser = aBrowser();
    const away = await browser.ask("/dashboard/log-in?to=/dashboard/sessions", logIn);
    const there = await world.provider.newBrowser().open(new URL(away.location));
    await there.submit({}, `${there.url.pathname}/cancel`);
    expect(await browser.ask(there.url.href, comeBack)).toMatchObject({
      status: 200,
      view: { is: "cancelled", way: { by: "link", href: "/dashboard/log-in?to=%2Fdashboard%2Fsessions" } },
    });
    expect([...browser.jar.keys()]).toEqual([]);
  });

  test("the cookie is for this host alone, kept from scripts, and goes with the browser", async () => {
    const browser = aBrowser();
    const away = await browser.ask("/dashboard/log-in", logIn);
    const answer = await browser.atTheProvider(away.location, arun);
    const cookie = [...browser.jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const request = new Request(answer, { headers: { cookie } });
    const thrown = await comeBack({ request, params: {}, context: { nonce: "", scripts: false } }).catch((it) => it);
    const set = (thrown as Response).headers.getSetCookie().find((each) => each.startsWith(`${SESSION}=`));
    expect(set?.split("; ").slice(1).sort()).toEqual(["HttpOnly", "Path=/", "SameSite=Lax", "Secure"]);
  });
});

describe("a session", () => {
  const letPass = async (minutes: number) => {
    const { db, close } = openDatabase(world.databaseUrl, 1);
    await db.execute(sql`
      update assent.customer_session set idle_until = idle_until - make_interval(secs => ${minutes * 60}),
        ends_at = ends_at - make_interval(secs => ${minutes * 60})`);
    await close();
  };

  test("ends idle after five minutes by the database's clock, and leads back to the page afterwards", async () => {
    const browser = await signedIn();
    await letPass(4.9);
    expect(await browser.home()).toMatchObject({ status: 200 });
    await letPass(5.1);
    expect(await browser.home()).toMatchObject({ status: 303, location: "/dashboard/log-in?to=%2Fdashboard" });
    const ending = { end: "everywhere" };
    expect(await browser.ask("/dashboard/sessions", endSessions, ending)).toMatchObject({
      status: 303,
      location: "/dashboard/log-in?to=%2Fdashboard%2Fsessions&after-form=yes",
    });
    // From a form no redirect leaves our origin: a page of ours goes on.
    const between = await browser.ask("/dashboard/log-in?to=%2Fdashboard%2Fsessions&after-form=yes", logIn);
    expect(between).toMatchObject({
      status: 200,
      view: { way: { by: "link", href: "/dashboard/log-in?to=%2Fdashboard%2Fsessions" } },
    });
  });

  test("is not opened by a cookie that was made up or cannot be read", async () => {
    const browser = aBrowser();
    for (const token of ["a".repeat(40), "%E0%A4%A", "", "'; drop table"]) {
      browser.jar.set(SESSION, token);
      browser.jar.set("other", "%E0%A4%A");
      expect(await browser.home()).toMatchObject({ status: 303 });
    }
  });
});

describe("logging out", () => {
  test("ends the session itself: the cookie opens nothing, wherever it was kept", async () => {
    const browser = await signedIn();
    const token = browser.jar.get(SESSION) ?? "";
    expect(await browser.ask("/dashboard/log-out", loggedOut)).toMatchObject({ view: { is: "still-in" } });
    expect(await browser.ask("/dashboard/log-out", logOut, {})).toMatchObject({ status: 303 });
    expect(browser.jar.has(SESSION)).toBe(false);
    expect(await browser.ask("/dashboard/log-out", loggedOut)).toMatchObject({ view: { is: "signed-out" } });
    browser.jar.set(SESSION, token);
    expect(await browser.home()).toMatchObject({ status: 303 });
  });

  test("everywhere ends all of one customer's sessions and nobody else's; one ends that one", async () => {
    const [phone, laptop, desk, other] = [await signedIn(), await signedIn(), await signedIn(), await signedIn(grace)];
    const { view } = await laptop.ask("/dashboard/sessions", sessions);
    const places = view["places"] as { id: string; here?: string; device: string }[];
    expect(places.length).toBeGreaterThanOrEqual(3);
    expect(places.filter(({ here }) => here)).toEqual([places[0]]);
    expect(places[0]?.device.replace(/[\u2068\u2069]/g, "")).toBe("Chrome on Windows");

    // The newest but one is the laptop's, which leads; of the others the newest is the desk's.
    await phone.ask("/dashboard/sessions", endSessions, { end: places[1]?.id ?? "" });
    expect([await desk.home(), await phone.home()]).toMatchObject([{ status: 303 }, { status: 200 }]);
    await other.ask("/dashboard/sessions", endSessions, { end: places[0]?.id ?? "" });
    expect(await laptop.home()).toMatchObject({ status: 200 });

    expect(await phone.ask("/dashboard/sessions", endSessions, { end: "everywhere" })).toMatchObject({
      status: 303,
      location: "/dashboard/log-out",
    });
    const answers = [await phone.home(), await laptop.home(), await other.home()];
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 200]);
  });

  describe("at the identity provider", () => {
    const tell = async (claims: Record<string, unknown>, type = "application/x-www-form-urlencoded") => {
      const key = await signingKey(world.provider.topology.pkiFolder, "identity-provider");
      const token = await new SignJWT({
        jti: crypto.randomUUID(),
        events: { "http://schemas.openid.net/event/backchannel-logout": {} },
        ...claims,
      })
        .setProtectedHeader({ alg: "PS256", typ: "logout+jwt", ...(key.kid && { kid: key.kid }) })
        .setIssuer(world.provider.topology.identityProvider)
        .setAudience("assent")
        .setIssuedAt()
        .setExpirationTime("2m")
        .sign(await importJWK(key, "PS256"));
      const body = new URLSearchParams({ logout_token: token }).toString();
      const request = new Request(`${origin}/api/v1/customer-log-outs`, {
        method: "POST",
        headers: { "content-type": type },
        body,
      });
      return hearLogOut({ request, params: {}, context: { nonce: "", scripts: false } });
    };

    test("ends the customer's sessions here", async () => {
      const [browser, other] = [await signedIn(), await signedIn(grace)];
      expect((await tell({ sub: arun.id })).status).toBe(200);
      expect([await browser.home(), await other.home()]).toMatchObject([{ status: 303 }, { status: 200 }]);
    });

    test("of nobody who is here is heard all the same, and what is no such token is refused", async () => {
      expect((await tell({ sub: "cus-nobody" })).status).toBe(200);
      const browser = await signedIn();
      expect((await tell({ sub: arun.id, nonce: "n" })).status).toBe(400);
      expect((await tell({ sub: arun.id }, "application/json")).status).toBe(400);
      expect(await browser.home()).toMatchObject({ status: 200 });
    });
  });
});

describe("at other times", () => {
  /** The routes as another process would have them, with other settings. */
  const elsewhere = async (settings: Readonly<Record<string, string>>, cookie = "") => {
    await closeServices();
    vi.resetModules();
    for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
    const routes = await Promise.all([
      import("./route"),
      import("../dashboard.log-in/route"),
      import("../dashboard.log-out/route"),
      import("../dashboard.sessions/route"),
    ]);
    const { closeServices: close } = await import("~/web/services.server");
    const statuses: number[] = [];
    for (const { loader } of routes as readonly { loader: LoaderFunction }[]) {
      const request = new Request(`${origin}/dashboard`, { headers: { cookie } });
      const answer: unknown = await Promise.resolve()
        .then(() => loader({ request, params: {}, context: { nonce: "", scripts: false } }))
        .catch((thrown: unknown) => thrown);
      const { init, status = init?.status ?? 200 } = answer as { init?: ResponseInit; status?: number };
      statuses.push(status);
    }
    await close();
    return statuses;
  };

  test("while our own record or the identity provider is away, the pages say so and nobody is let in", async () => {
    const away = {
      DATABASE_URL: "postgres://assent@127.0.0.1:1/assent",
      BANK_LOGIN_METADATA_URL: "https://localhost:1/metadata",
    };
    expect(await elsewhere(away, `${SESSION}=${"a".repeat(40)}`)).toEqual([503, 503, 503, 503]);
  });

  test("a bank without a log-in has no dashboard, and says so as of any unknown address", async () => {
    expect(await elsewhere({ BANK_LOGIN_ISSUER: "" })).toEqual([404, 404, 404, 404]);
  });
});
