import type { Hono } from "hono";
import { setCookie } from "hono/cookie";
import { databaseTime } from "./database-time.ts";
import { type PasswordError, passwordPage } from "./pages/password-page.tsx";
import { beginPasskeyStep } from "./passkeys/passkey-step-store.ts";
import { beginSignIn, signInMessage } from "./sign-in.ts";
import type { SignInParts } from "./sign-in-parts.ts";
import { acrAsked, CA, METHODS, OFFERED, PHR, SCA } from "./sign-in-policy.ts";
import { answer, formOf, type Interaction, type PageEnv, pathOf, SECOND_STEP_COOKIE, visitOf } from "./visit.ts";

/** The first factor: a right password begins the second step, whichever that is, or is all that was asked for. */
export function addPasswordStep(app: Hono<PageEnv>, parts: SignInParts): void {
  const { provider, sql, log, origin, of, phones, lockout, checkPassword } = parts;
  /** What is not offered was refused before the first page. */
  const acrOf = ({ params }: Interaction) => acrAsked(params, OFFERED[of]) ?? SCA;

  app.get("/sign-in/:uid", async (c) => {
    const visit = await visitOf(provider, c);
    return visit instanceof Response ? visit : c.html(passwordPage({ uid: visit.uid, origin, acr: acrOf(visit) }));
  });

  app.post("/sign-in/:uid", async (c) => {
    const visit = await visitOf(provider, c);
    if (visit instanceof Response) return visit;
    const { uid } = visit;
    const acr = acrOf(visit);
    const field = await formOf(c);
    const username = field("username");
    const password = field("password");
    const refuse = (error: PasswordError) =>
      c.html(passwordPage({ uid, origin, acr, username, error }), error.kind === "locked" ? 429 : 422);

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
    // Given back and not forgotten: a thief of the password could buy guesses at the code with it otherwise.
    await lockout.giveBack(username);
    if (acr === CA) {
      log.info({ event: "signed_in", subject: person.id, acr }, "signed in");
      return answer(provider, c, {
        login: { accountId: person.id, acr, amr: METHODS[acr], ts: await databaseTime(sql), remember: false },
      });
    }
    if (acr === PHR) {
      const secret = await beginPasskeyStep(sql, uid, person.id);
      setCookie(c, SECOND_STEP_COOKIE, secret, { path: pathOf(uid), httpOnly: true, sameSite: "Strict" });
      return c.redirect(`${pathOf(uid)}/passkey`, 303);
    }
    const { secret, ...code } = await beginSignIn(sql, uid, person.id);
    phones.deliver(person, signInMessage(code));
    setCookie(c, SECOND_STEP_COOKIE, secret, { path: pathOf(uid), httpOnly: true, sameSite: "Strict" });
    return c.redirect(`${pathOf(uid)}/code`, 303);
  });
}
