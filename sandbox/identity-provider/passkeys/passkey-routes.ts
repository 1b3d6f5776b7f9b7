import type { Context, Hono } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import type { Logger } from "pino";
import type { Database } from "../../database.ts";
import { BANK } from "../../personas.ts";
import { noticePage } from "../pages/notice-page.tsx";
import { type Done, type PasskeyProblem, passkeysPage, removePasskeyPage } from "../pages/passkeys-page.tsx";
import { findPerson } from "../people.ts";
import type { SandboxPhones } from "../phone.ts";
import type { Realm } from "../realm.ts";
import { formOf, type PageEnv, pathOf } from "../visit.ts";
import type { Ceremony } from "./ceremony.ts";
import type { OwnSignIn } from "./own-sign-in.ts";
import {
  endSession,
  endSessionsOf,
  findSession,
  keepChallenge,
  openSession,
  type PasskeySession,
  takeChallenge,
} from "./passkey-session.ts";
import { addPasskey, passkeysOf, removePasskey } from "./passkey-store.ts";

export interface PasskeyParts {
  /** Whose passkeys. */
  readonly of: Realm["of"];
  readonly sql: Database;
  readonly log: Logger;
  readonly phones: SandboxPhones;
  readonly ceremony: Ceremony;
  readonly ownSignIn: OwnSignIn;
  /** Ends what relying parties have of whoever it is. */
  readonly logOutEverywhere: (subject: string) => Promise<void>;
}

const PATH = "/passkeys";
/** Between the two ends of the sign-in; then of whoever signed in. Sent to these pages alone. */
const SIGN_IN_COOKIE = "passkey_sign_in";
const SESSION_COOKIE = "passkey_session";

/** Names the sign-in that waits for a passkey. */
const GO_ON_COOKIE = "passkey_for";

/** Where that goes on: a page of ours, of whichever sign-in this browser is in. */
const wayBack = (uid: string | undefined): string | undefined =>
  uid !== undefined && /^[\w-]{8,64}$/.test(uid) ? `${pathOf(uid)}/passkey` : undefined;

interface Visitor {
  readonly secret: string;
  readonly session: PasskeySession;
}

/** Where people see, add and remove their passkeys, after a sign-in with both factors. */
export function addPasskeyRoutes(app: Hono<PageEnv>, parts: PasskeyParts): void {
  const { of, sql, log, phones, ceremony, ownSignIn, logOutEverywhere } = parts;

  /** Who is here, or the way to sign in. */
  async function visitorOf(c: Context<PageEnv>): Promise<Visitor | Response> {
    const secret = getCookie(c, SESSION_COOKIE) ?? "";
    const session = await findSession(sql, secret);
    if (session) return { secret, session };
    const { address, memory } = await ownSignIn.begin();
    // Lax: the browser comes back from a form of ours, but may have come here from anywhere.
    setCookie(c, SIGN_IN_COOKIE, memory, { path: PATH, httpOnly: true, sameSite: "Lax", maxAge: 600 });
    return c.redirect(address.href, 303);
  }

  async function show(
    c: Context<PageEnv>,
    { secret, session }: Visitor,
    said: { done?: Done; problem?: PasskeyProblem },
  ) {
    const passkeys = await passkeysOf(sql, session.id);
    const options = await ceremony.options(session, passkeys);
    await keepChallenge(sql, secret, options.challenge);
    const goOn = wayBack(getCookie(c, GO_ON_COOKIE));
    return c.html(passkeysPage({ of, passkeys, goOn, options, ...said }), said.problem ? 422 : 200);
  }

  /** Where somebody else sat at their browser, the owner hears of it on another device. */
  async function tell(personId: string, what: "added to" | "removed from"): Promise<void> {
    const owner = await findPerson(sql, personId);
    const text = `A passkey was ${what} your ${BANK.name} sign-in. If it was not you, call ${BANK.phone}.`;
    if (owner) phones.deliver(owner, { text });
  }

  app.get(PATH, async (c) => {
    const waiting = c.req.query("for");
    if (wayBack(waiting)) {
      setCookie(c, GO_ON_COOKIE, waiting ?? "", { path: PATH, httpOnly: true, sameSite: "Lax", maxAge: 600 });
    }
    const visitor = await visitorOf(c);
    const done = (["added", "removed"] as const).find((one) => one === c.req.query("done"));
    return visitor instanceof Response ? visitor : show(c, visitor, done ? { done } : {});
  });

  app.get(`${PATH}/signed-in`, async (c) => {
    const subject = await ownSignIn.finish(new URL(c.req.url).search, getCookie(c, SIGN_IN_COOKIE) ?? "");
    deleteCookie(c, SIGN_IN_COOKIE, { path: PATH });
    if (subject === undefined) return c.html(noticePage("ended"), 400);
    const secret = await openSession(sql, subject);
    setCookie(c, SESSION_COOKIE, secret, { path: PATH, httpOnly: true, sameSite: "Strict" });
    return c.redirect(PATH, 303);
  });

  app.post(`${PATH}/add`, async (c) => {
    const visitor = await visitorOf(c);
    if (visitor instanceof Response) return visitor;
    const credential = (await formOf(c, 8 * 1024))("credential");
    const challenge = await takeChallenge(sql, visitor.secret);
    const passkey = challenge === undefined ? undefined : await ceremony.verify(credential, challenge);
    if (!passkey) {
      log.warn({ event: "passkey_not_verified", subject: visitor.session.id }, "passkey refused");
      return show(c, visitor, { problem: "not_verified" });
    }
    if (!(await addPasskey(sql, visitor.session.id, passkey))) return show(c, visitor, { problem: "not_added" });
    log.info({ event: "passkey_added", subject: visitor.session.id }, "passkey added");
    await tell(visitor.session.id, "added to");
    return c.redirect(`${PATH}?done=added`, 303);
  });

  app.get(`${PATH}/remove`, async (c) => {
    const visitor = await visitorOf(c);
    if (visitor instanceof Response) return visitor;
    const passkeys = await passkeysOf(sql, visitor.session.id);
    const at = passkeys.findIndex(({ id }) => id === c.req.query("id"));
    const passkey = passkeys[at];
    return passkey ? c.html(removePasskeyPage(passkey, at + 1, of)) : c.redirect(PATH, 303);
  });

  app.post(`${PATH}/remove`, async (c) => {
    const visitor = await visitorOf(c);
    if (visitor instanceof Response) return visitor;
    if (await removePasskey(sql, visitor.session.id, (await formOf(c, 1024))("id").replaceAll("\0", ""))) {
      log.info({ event: "passkey_removed", subject: visitor.session.id }, "passkey removed");
      await tell(visitor.session.id, "removed from");
    }
    return c.redirect(`${PATH}?done=removed`, 303);
  });

  app.post(`${PATH}/end-everywhere`, async (c) => {
    const visitor = await visitorOf(c);
    if (visitor instanceof Response) return visitor;
    await endSessionsOf(sql, visitor.session.id);
    await logOutEverywhere(visitor.session.id);
    deleteCookie(c, SESSION_COOKIE, { path: PATH });
    return c.html(noticePage("signed_out"));
  });

  app.post(`${PATH}/end`, async (c) => {
    await endSession(sql, getCookie(c, SESSION_COOKIE) ?? "");
    deleteCookie(c, SESSION_COOKIE, { path: PATH });
    return c.html(noticePage("signed_out"));
  });
}
