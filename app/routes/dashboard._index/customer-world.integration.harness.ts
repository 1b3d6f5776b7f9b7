import { join } from "node:path";
import type { ActionFunction, LoaderFunction } from "@remix-run/node";
import { vi } from "vitest";
import { migrate } from "#db/migrate";
import { createTestDatabase } from "#db/testing";
import { TEST_ENVIRONMENT } from "~/env.harness";
import { newTrace, withTrace } from "~/web/correlation.server";
import { closeServices } from "~/web/services.server";
import { startWorld } from "../../../sandbox/identity-provider/testing";
import { CUSTOMERS, type Customer } from "../../../sandbox/personas";
import { loader as logIn } from "../dashboard.log-in/route";
import { loader as comeBack } from "../dashboard.log-in_.callback/route";
import { loader as home } from "./route";

/** By which the session of a customer is held. */
export const SESSION = "__Host-customer";

export type CustomerWorld = Awaited<ReturnType<typeof startCustomerWorld>>;

/**
 * Pages of customers as they are, on PostgreSQL, and the identity provider as it is.
 *
 * @param more settings, over those of every test.
 */
export async function startCustomerWorld(more: Readonly<Record<string, string>> = {}) {
  const provider = await startWorld();
  const database = await createTestDatabase();
  await migrate(database.url);
  const { topology } = provider;
  const pki = (file: string) => join(topology.pkiFolder, file);
  const settings = {
    ...TEST_ENVIRONMENT,
    PUBLIC_ORIGIN: topology.appOrigin,
    DATABASE_URL: database.url,
    BANK_LOGIN_ISSUER: topology.identityProvider,
    BANK_LOGIN_METADATA_URL: `${topology.identityProviderTls}/.well-known/openid-configuration`,
    BANK_LOGIN_KEY_FILE: pki("app-log-in.signing.jwks.json"),
    BANK_LOGIN_CA: pki("ca.pem"),
    BANK_LOGIN_ACR: "urn:openbanking:psd2:sca",
    UPSTREAM_TIMEOUT_MS: "4000",
    ...more,
  };
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
  const world = {
    provider,
    databaseUrl: database.url,
    origin: topology.appOrigin,
    /** Everybody's failed attempts to sign in, which would lock them out in the end. */
    forgive: () => provider.sql`truncate attempt`,
    browser: (userAgent?: string) => aBrowser(world, userAgent),
    async signedIn(person?: Customer) {
      const browser = aBrowser(world);
      await browser.signIn(person);
      return browser;
    },
    async stop() {
      await closeServices();
      await database.drop();
      await provider.close();
      vi.unstubAllEnvs();
    },
  };
  return world;
}

export interface Answer {
  readonly status: number;
  readonly location: string;
  readonly view: Record<string, unknown>;
}

/** A browser at our pages: keeps cookies as they are set, and goes where it is told by the test. */
const WINDOWS = "Mozilla/5.0 (Windows NT 10.0) AppleWebKit Chrome/141.0 Safari/537.36";

type Reach = { readonly origin: string; readonly provider: Awaited<ReturnType<typeof startWorld>> };

function aBrowser({ origin, provider }: Reach, userAgent = WINDOWS) {
  const jar = new Map<string, string>();
  const ask = async (path: string, route: LoaderFunction | ActionFunction, form?: Record<string, string>) => {
    const visit = /^\/consent\/([\w-]{22})/.exec(path)?.[1];
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const headers = { cookie, "user-agent": userAgent, ...(form && { origin, "sec-fetch-site": "same-origin" }) };
    const how = form ? { method: "POST", body: new URLSearchParams(form), headers } : { headers };
    const request = new Request(new URL(path, origin), how);
    const outcome: unknown = await Promise.resolve()
      .then(() =>
        withTrace(newTrace(), async () =>
          route({ request, params: visit ? { visit } : {}, context: { nonce: "", scripts: false } }),
        ),
      )
      .catch((thrown: unknown) => thrown);
    if (outcome instanceof Error) throw outcome;
    const { init, data } = (outcome instanceof Response ? {} : outcome) as { init?: ResponseInit; data?: object };
    const answered = outcome instanceof Response ? outcome.headers : new Headers(init?.headers);
    for (const set of answered.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      if (/Max-Age=0/.test(set)) jar.delete(name);
      else jar.set(name, value);
    }
    const status = outcome instanceof Response ? outcome.status : (init?.status ?? 200);
    const view = outcome instanceof Response ? {} : (data ?? outcome);
    return { status, location: answered.get("location") ?? "", view } as Answer;
  };
  const atTheProvider = async (address: string, person: Customer) => {
    const browser = await provider.newBrowser().open(new URL(address));
    await browser.submit({ username: person.username, password: person.password });
    await browser.submit({ code: await browser.readCode() });
    return browser.url.href;
  };
  return {
    jar,
    ask,
    atTheProvider,
    home: () => ask("/dashboard", home),
    async signIn(person: Customer = CUSTOMERS.arun, path = "/dashboard") {
      const { location } = await ask(path, home);
      const away = await ask(location, logIn);
      return ask(await atTheProvider(away.location, person), comeBack);
    },
  };
}
