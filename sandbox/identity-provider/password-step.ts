import type { Hono } from "hono";
import { setCookie } from "hono/cookie";
import { type PasswordError, passwordPage } from "./pages/password-page.tsx";
import { beginSignIn } from "./sign-in.ts";
import type { SignInParts } from "./sign-in-pages.ts";
import { formOf, type PageEnv, pathOf, SECOND_STEP_COOKIE, visitOf } from "./visit.ts";

/** The first factor: a right password begins the second step and sends its code. */
export function addPasswordStep(app: Hono<PageEnv>, parts: SignInParts): void {
  const { provider, sql, log, origin, phones, lockout, checkPassword } = parts;

  app.get("/sign-in/:uid", async (c) => {
    const visit = await visitOf(provider, c);
    return visit instanceof Response ? visit : c.html(passwordPage({ uid: visit.uid, origin }));
  });

  app.post("/sign-in/:uid", async (c) => {
    const visit = await visitOf(provider, c);
    if (visit instanceof Response) return visit;
    const { uid } = visit;
    const field = await formOf(c);
    const username = field("username");
    const password = field("password");
    const refuse = (error: PasswordError) =>
      c.html(passwordPage({ uid, origin, username, error }), error.kind === "locked" ? 429 : 422);

    const missing = { username: username.trim() === "", password: password === "" };
    if (missing.username || missing.password) return refuse({ kind: "missing", ...missing });
    const locked = await lockout.take(username);
    if (locked > 0) return refuse({ kind: "locked", minutes: locked });

    const person = await checkPassword(username, password);
    if (!person) {
      const minutes = await lockout.minutesLeft(username);
      log.warn({ event: minutes > 0 ? "locked" : "password_wrong" }, "sign-in refused");
      return refuse(minutes > 0 ? { kind: "locked", minutes } : { kind: "wrong" });
    }
    await lockout.giveBack(username);
    const { secret, ...code } = await beginSignIn(sql, uid, person.id);
    phones.deliver(person, code);
    setCookie(c, SECOND_STEP_COOKIE, secret, { path: pathOf(uid), httpOnly: true, sameSite: "Strict" });
    return c.redirect(`${pathOf(uid)}/code`, 303);
  });
}
