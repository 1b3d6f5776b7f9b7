import type { HttpBindings } from "@hono/node-server";
import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import type Provider from "oidc-provider";
import { errors } from "oidc-provider";
import type { Logger } from "pino";
import type { Database } from "../database.ts";
import type { Lockout } from "./lockout.ts";
import { type CodeError, codePage } from "./pages/code-page.tsx";
import { noticePage } from "./pages/notice-page.tsx";
import { type PasswordError, passwordPage } from "./pages/password-page.tsx";
import { phonePage } from "./pages/phone-page.tsx";
import type { Person } from "./people.ts";
import type { SandboxPhones } from "./phone.ts";
import { SCA, SCA_METHODS } from "./provider.ts";
import { SECURITY_HEADERS } from "./security-headers.ts";
import { beginSignIn, CODES_PER_SIGN_IN, confirmCode, findSignIn, renewCode, type SignIn } from "./sign-in.ts";

export interface SignInPagesParts {
  readonly provider: Provider;
  readonly sql: Database;
  readonly log: Logger;
  /** Where the pages live; forms from anywhere else are refused. */
  readonly origin: string;
  readonly phones: SandboxPhones;
  readonly lockout: Lockout;
  readonly checkPassword: (username: string, password: string) => Promise<Person | undefined>;
}

type Env = { Bindings: HttpBindings };
type Interaction = Awaited<ReturnType<Provider["interactionDetails"]>>;

/** The cookie that holds the secret of a started second step. */
const SECOND_STEP = "second_step";

/**
 * What a person sees between a relying party's authorization request and the answer to it:
 *
 *     password ──right──▶ code ──right──▶ back to the relying party, signed in
 *        └──cancel──┬───────┘ └─cancel
 *                   ▼
 *     back to the relying party with access_denied
 */
export function createSignInPages(parts: SignInPagesParts): Hono<Env> {
  const { provider, sql, log, origin, phones, lockout, checkPassword } = parts;
  const app = new Hono<Env>();

  app.use(async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) c.header(name, value);
  });
  app.use(bodyLimit({ maxSize: 8 * 1024, onError: (c) => c.html(noticePage("refused"), 413) }));
  app.use(async (c, next) => {
    // Cross-site request forgery: browsers send Origin with every POST (Fetch, "append a request Origin header").
    if (c.req.method !== "GET" && c.req.header("origin") !== origin) return c.html(noticePage("refused"), 403);
    return next();
  });
  app.onError((error, c) => {
    if (error instanceof errors.SessionNotFound) return c.html(noticePage("ended"), 400);
    log.error({ err: error }, "page failed");
    return c.html(noticePage("unavailable"), 503);
  });
  app.notFound((c) => c.html(noticePage("unknown"), 404));

  /** @throws SessionNotFound when it is over, or was started in another browser. */
  const interactionOf = async (c: Context<Env>): Promise<Interaction> => {
    const interaction = await provider.interactionDetails(c.env.incoming, c.env.outgoing);
    if (interaction.uid !== c.req.param("uid")) throw new errors.SessionNotFound("another sign-in");
    return interaction;
  };
  const answer = async (c: Context<Env>, result: Parameters<Provider["interactionResult"]>[2]) => {
    const returnTo = await provider.interactionResult(c.env.incoming, c.env.outgoing, result);
    deleteCookie(c, SECOND_STEP, { path: `/sign-in/${c.req.param("uid")}` });
    return c.redirect(returnTo, 303);
  };

  app.get("/sign-in/:uid", async (c) => {
    const { uid, result, returnTo } = await interactionOf(c);
    return result ? c.redirect(returnTo, 303) : c.html(passwordPage({ uid, origin }));
  });

  app.post("/sign-in/:uid", async (c) => {
    const { uid, result, returnTo } = await interactionOf(c);
    if (result) return c.redirect(returnTo, 303);
    const form = await c.req.formData();
    const username = field(form, "username");
    const password = field(form, "password");
    const refuse = (error: PasswordError, status: 422 | 429) =>
      c.html(passwordPage({ uid, origin, username, error }), status);
    if (username.trim() === "" || password === "") return refuse({ kind: "empty", username, password }, 422);

    const minutes = await lockout.take(username);
    if (minutes > 0) return refuse({ kind: "locked", minutes }, 429);
    const person = await checkPassword(username, password);
    if (!person) {
      log.info({ event: "password_wrong" }, "sign-in refused");
      const left = await lockout.minutesLeft(username);
      return left > 0 ? refuse({ kind: "locked", minutes: left }, 429) : refuse({ kind: "wrong" }, 422);
    }
    await lockout.giveBack(username);
    const { secret, ...code } = await beginSignIn(sql, uid, person.id);
    phones.deliver(person, code);
    setCookie(c, SECOND_STEP, secret, { path: `/sign-in/${uid}`, httpOnly: true, sameSite: "Strict" });
    return c.redirect(`/sign-in/${uid}/code`, 303);
  });

  /** The second step of the sign-in at hand, or where to go instead. */
  const secondStepOf = async (c: Context<Env>): Promise<{ uid: string; secret: string; signIn: SignIn } | Response> => {
    const { uid, result, returnTo } = await interactionOf(c);
    if (result) return c.redirect(returnTo, 303);
    const secret = getCookie(c, SECOND_STEP) ?? "";
    const signIn = await findSignIn(sql, uid, secret);
    return signIn ? { uid, secret, signIn } : c.redirect(`/sign-in/${uid}`, 303);
  };

  app.get("/sign-in/:uid/code", async (c) => {
    const step = await secondStepOf(c);
    if (step instanceof Response) return step;
    return c.html(codePage({ ...step, sentAgain: step.signIn.codesSent > 1 }));
  });

  app.post("/sign-in/:uid/code", async (c) => {
    const step = await secondStepOf(c);
    if (step instanceof Response) return step;
    const { uid, secret, signIn } = step;
    const { username, person, codeExpired } = signIn;
    const refuse = (error: CodeError, status: 422 | 429) => c.html(codePage({ uid, signIn, error }), status);
    const code = field(await c.req.formData(), "code").replace(/[\s-]/g, "");
    if (codeExpired) return refuse({ kind: "expired" }, 422);
    if (!/^\d{6}$/.test(code)) return refuse({ kind: "not_six_digits" }, 422);

    const minutes = await lockout.take(username);
    if (minutes > 0) return refuse({ kind: "locked", minutes }, 429);
    const verifiedAt = await confirmCode(sql, uid, secret, code);
    if (verifiedAt === undefined) {
      log.info({ event: "code_wrong", subject: person.id }, "sign-in refused");
      const left = await lockout.minutesLeft(username);
      return left > 0 ? refuse({ kind: "locked", minutes: left }, 429) : refuse({ kind: "wrong" }, 422);
    }
    await lockout.clear(username);
    log.info({ event: "signed_in", subject: person.id, acr: SCA }, "signed in");
    return answer(c, {
      login: { accountId: person.id, acr: SCA, amr: SCA_METHODS, ts: verifiedAt, remember: false },
    });
  });

  app.post("/sign-in/:uid/resend", async (c) => {
    const step = await secondStepOf(c);
    if (step instanceof Response) return step;
    const { uid, secret, signIn } = step;
    const code = await renewCode(sql, uid, secret);
    if (!code) return c.html(codePage({ uid, signIn, error: { kind: "no_more", sent: CODES_PER_SIGN_IN } }), 429);
    phones.deliver(signIn.person, code);
    return c.redirect(`/sign-in/${uid}/code`, 303);
  });

  app.post("/sign-in/:uid/cancel", async (c) => {
    const { result, returnTo } = await interactionOf(c);
    if (result) return c.redirect(returnTo, 303);
    return answer(c, { error: "access_denied", error_description: "the sign-in was cancelled" });
  });

  app.get("/phone", (c) => c.html(phonePage(phones.inboxes(), new Date())));

  return app;
}

/** A text field of a form, cut to a length that no honest value reaches; a file or nothing is an empty text. */
function field(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value.slice(0, 256) : "";
}
