import type { Context, Hono } from "hono";
import { getCookie } from "hono/cookie";
import { type CodeError, codePage } from "./pages/code-page.tsx";
import { CODES_PER_SIGN_IN, confirmCode, findSignIn, renewCode, type SignIn, signInMessage } from "./sign-in.ts";
import type { SignInParts } from "./sign-in-parts.ts";
import { METHODS, SCA } from "./sign-in-policy.ts";
import { answer, formOf, type PageEnv, pathOf, SECOND_STEP_COOKIE, visitOf } from "./visit.ts";

interface Step {
  readonly uid: string;
  readonly secret: string;
  readonly signIn: SignIn;
}

/** The second factor: a right code completes the sign-in. */
export function addCodeStep(app: Hono<PageEnv>, { provider, sql, log, phones, lockout }: SignInParts): void {
  /** The second step that this browser is in, or the way to where it should be. */
  const stepOf = async (c: Context<PageEnv>): Promise<Step | Response> => {
    const visit = await visitOf(provider, c);
    if (visit instanceof Response) return visit;
    const secret = getCookie(c, SECOND_STEP_COOKIE) ?? "";
    const signIn = await findSignIn(sql, visit.uid, secret);
    return signIn ? { uid: visit.uid, secret, signIn } : c.redirect(pathOf(visit.uid), 303);
  };
  const refuse = (c: Context<PageEnv>, { uid, signIn }: Step, error: CodeError) =>
    c.html(codePage({ uid, signIn, error }), error.kind === "locked" || error.kind === "no_more" ? 429 : 422);

  app.get("/sign-in/:uid/code", async (c) => {
    const step = await stepOf(c);
    return step instanceof Response ? step : c.html(codePage(step));
  });

  app.post("/sign-in/:uid/code", async (c) => {
    const step = await stepOf(c);
    if (step instanceof Response) return step;
    const { username, person, codeExpired } = step.signIn;
    const code = (await formOf(c))("code").replace(/[\s-]/g, "");
    // Said whatever was typed, so it tells nothing about the code; and nobody is locked out for being slow.
    if (codeExpired) return refuse(c, step, { kind: "expired" });
    if (!/^\d{6}$/.test(code)) return refuse(c, step, { kind: "not_six_digits" });

    const locked = await lockout.take(username);
    if (locked > 0) return refuse(c, step, { kind: "locked", minutes: locked });
    const verifiedAt = await confirmCode(sql, step.uid, step.secret, code);
    if (verifiedAt === undefined) {
      const minutes = await lockout.minutesLeft(username);
      log.warn({ event: minutes > 0 ? "locked" : "code_wrong", subject: person.id }, "sign-in refused");
      return refuse(c, step, minutes > 0 ? { kind: "locked", minutes } : { kind: "wrong" });
    }
    await lockout.clear(username);
    log.info({ event: "signed_in", subject: person.id, acr: SCA }, "signed in");
    return answer(provider, c, {
      login: { accountId: person.id, acr: SCA, amr: METHODS[SCA], ts: verifiedAt, remember: false },
    });
  });

  app.post("/sign-in/:uid/resend", async (c) => {
    const step = await stepOf(c);
    if (step instanceof Response) return step;
    const code = await renewCode(sql, step.uid, step.secret);
    if (!code) return refuse(c, step, { kind: "no_more", sent: CODES_PER_SIGN_IN });
    phones.deliver(step.signIn.person, signInMessage(code));
    return c.redirect(`${pathOf(step.uid)}/code`, 303);
  });
}
