import { randomUUID } from "node:crypto";
import { type Context, Hono } from "hono";
import { setCookie } from "hono/cookie";
import type { Database } from "../../database.ts";
import type { Consents } from "../consents/consents.ts";
import type { Federation } from "../federation/federation.ts";
import { acrOfLogIn, type LogInAcr } from "../federation/log-in-acr.ts";
import { takeAnswer } from "../handoffs/handoff-store.ts";
import { errorPage } from "../pages/error-page.tsx";
import { languageFor } from "../pages/languages.ts";
import { PAGE_HEADERS } from "../pages/page.tsx";
import { DECOUPLED_PATH } from "./ciba.ts";
import { type After, decoupledPage } from "./decoupled-page.tsx";
import { type DecoupledRequest, findDecoupled } from "./decoupled-store.ts";

interface Dependencies {
  readonly sql: Database;
  readonly consents: Consents;
  readonly federation: Federation;
  readonly paymentLogIn: LogInAcr;
  clientName(id: string): string;
}

const languageOf = (c: Context) => languageFor(c.req.header("accept-language"));
const LINK = `${DECOUPLED_PATH}/:link`;
const AFTER: Readonly<Record<string, After>> = { failure: "failure", another: "another", outage: "outage" };

/** Where the link in a customer's notice leads: to the log-in, and when all is done to the words that it is. */
export function createDecoupledPages({ sql, consents, federation, paymentLogIn, clientName }: Dependencies): Hono {
  const app = new Hono();
  const refused = (c: Context, status: 400 | 404) => {
    const problem = { language: languageOf(c), code: "invalid_request", reference: randomUUID() };
    return c.html(errorPage(problem), status, PAGE_HEADERS);
  };
  const show = (c: Context, request: DecoupledRequest, after?: After) => {
    const shown = { language: languageOf(c), request, app: clientName(request.clientId), ...(after && { after }) };
    return c.html(decoupledPage(shown), 200, PAGE_HEADERS);
  };

  // Nothing begins by opening it: phones fetch links to preview them.
  app.get(LINK, async (c) => {
    const request = await findDecoupled(sql, { linkId: c.req.param("link") });
    return request ? show(c, request, AFTER[c.req.query("after") ?? ""]) : refused(c, 404);
  });

  app.post(LINK, async (c) => {
    const request = await findDecoupled(sql, { linkId: c.req.param("link") });
    if (!request) return refused(c, 404);
    const consent = await consents.get(request.consentId);
    if (!request.open || !consent) return show(c, request);
    if (!(await federation.isAvailable())) return show(c, request, "outage");
    const acr = acrOfLogIn(consent.type, paymentLogIn);
    const { address, cookie } = await federation.begin(request.authReqId, consent.id, acr, request.expiresAt);
    setCookie(c, cookie.name, cookie.value, { path: cookie.path, httpOnly: true, sameSite: "Lax" });
    c.header("cache-control", "no-store");
    c.header("referrer-policy", "no-referrer");
    return c.redirect(address, 303);
  });

  app.get(`${LINK}/answered`, async (c) => {
    const request = await findDecoupled(sql, { linkId: c.req.param("link") });
    const taken = request && (await takeAnswer(sql, request.authReqId, c.req.query("answer") ?? ""));
    if (!taken) return refused(c, 400);
    // The address with the answer in it does not stay in the history.
    c.header("cache-control", "no-store");
    c.header("referrer-policy", "no-referrer");
    return c.redirect(`${DECOUPLED_PATH}/${request.linkId}`, 303);
  });
  return app;
}
