import { Hono } from "hono";
import { getCookie } from "hono/cookie";
import { errorPage } from "../pages/error-page.tsx";
import { languageFor } from "../pages/languages.ts";
import { PAGE_HEADERS } from "../pages/page.tsx";
import { CALLBACK_PATH, type Federation } from "./federation.ts";
import type { LoginResult } from "./login-result.ts";

interface Dependencies {
  readonly issuer: string;
  readonly federation: Federation;
  /** Hands the result to the interaction that waits for it; answers where the browser goes on, if it still waits. */
  readonly settle: (result: LoginResult) => Promise<string | undefined>;
}

/** Where the bank's identity provider sends the customer back to. */
export function createFederationCallback({ issuer, federation, settle }: Dependencies): Hono {
  const app = new Hono();
  app.get(CALLBACK_PATH, async (c) => {
    // The address as the identity provider knows it, whatever the Host header says.
    const callback = new URL(CALLBACK_PATH + new URL(c.req.url).search, issuer);
    const result = await federation.finish(callback, (name) => getCookie(c, name));
    const next = result && (await settle(result));
    if (next === undefined) {
      const language = languageFor(c.req.header("accept-language"));
      const problem = { language, code: "invalid_request", reference: crypto.randomUUID() };
      return c.html(errorPage(problem), 400, PAGE_HEADERS);
    }
    c.header("cache-control", "no-store");
    c.header("referrer-policy", "no-referrer");
    return c.redirect(next, 303);
  });
  return app;
}
