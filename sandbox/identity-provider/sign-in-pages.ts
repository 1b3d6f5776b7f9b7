import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { errors } from "oidc-provider";
import { addCodeStep } from "./code-step.ts";
import { noticePage } from "./pages/notice-page.tsx";
import { phonePage } from "./pages/phone-page.tsx";
import { addPasskeyRoutes } from "./passkeys/passkey-routes.ts";
import { addPasskeyStep } from "./passkeys/passkey-step.ts";
import { addPasswordStep } from "./password-step.ts";
import { PASSKEY_PAGE_HEADERS, SECURITY_HEADERS } from "./security-headers.ts";
import type { SignInParts } from "./sign-in-parts.ts";
import { answer, type PageEnv, visitOf } from "./visit.ts";

/**
 * What a person sees between a relying party's authorization request and the answer to it:
 *
 *     password ──right──▶ code or passkey ──right──▶ back to the relying party, signed in
 *        │                 │
 *        └──────cancel─────┴────────────▶ back to the relying party, access_denied
 */
export function createSignInPages(parts: SignInParts): Hono<PageEnv> {
  const { provider, log, origin, phones } = parts;
  const app = new Hono<PageEnv>();

  app.use(async (c, next) => {
    await next();
    const isOfPasskeys = /^\/(?:passkeys(?:\/|$)|sign-in\/[^/]+\/passkey$)/.test(c.req.path);
    const headers = isOfPasskeys ? PASSKEY_PAGE_HEADERS : SECURITY_HEADERS;
    for (const [name, value] of Object.entries(headers)) c.header(name, value);
  });
  app.use(bodyLimit({ maxSize: 8 * 1024, onError: (c) => c.html(noticePage("refused"), 413) }));
  app.use(async (c, next) => {
    const reads = c.req.method === "GET" || c.req.method === "HEAD";
    // Cross-site request forgery: browsers send Origin with every POST (Fetch, "append a request Origin header").
    if (!reads && c.req.header("origin") !== origin) return c.html(noticePage("refused"), 403);
    return next();
  });
  app.notFound((c) => c.html(noticePage("unknown"), 404));
  app.onError((error, c) => {
    if (error instanceof errors.SessionNotFound) return c.html(noticePage("ended"), 400);
    log.error({ err: error }, "page failed");
    return c.html(noticePage("unavailable"), 503);
  });

  addPasswordStep(app, parts);
  addCodeStep(app, parts);
  addPasskeyStep(app, parts);
  addPasskeyRoutes(app, parts);

  app.post("/sign-in/:uid/cancel", async (c) => {
    const visit = await visitOf(provider, c);
    if (visit instanceof Response) return visit;
    return answer(provider, c, { error: "access_denied", error_description: "the sign-in was cancelled" });
  });

  app.get("/phone", (c) => c.html(phonePage(phones.inboxes(), new Date())));
  return app;
}
