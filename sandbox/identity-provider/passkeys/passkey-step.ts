import type { Context, Hono } from "hono";
import { getCookie } from "hono/cookie";
import { databaseTime } from "../database-time.ts";
import { passkeyPage } from "../pages/passkey-page.tsx";
import type { SignInParts } from "../sign-in-parts.ts";
import { PHR } from "../sign-in-policy.ts";
import { answer, formOf, type PageEnv, pathOf, SECOND_STEP_COOKIE, visitOf } from "../visit.ts";
import { askPasskey, findPasskeyStep, takePasskeyChallenge } from "./passkey-step-store.ts";
import { countUse, passkeysOf } from "./passkey-store.ts";

interface Step {
  readonly uid: string;
  readonly personId: string;
}

/** The second factor where a code is not enough: a passkey, whose owner was verified by their device, completes the sign-in. */
export function addPasskeyStep(app: Hono<PageEnv>, { provider, sql, log, ceremony }: SignInParts): void {
  /** The second step that this browser is in, or the way to where it should be. */
  const stepOf = async (c: Context<PageEnv>): Promise<Step | Response> => {
    const visit = await visitOf(provider, c);
    if (visit instanceof Response) return visit;
    const step = await findPasskeyStep(sql, visit.uid, getCookie(c, SECOND_STEP_COOKIE) ?? "");
    return step ? { uid: visit.uid, ...step } : c.redirect(pathOf(visit.uid), 303);
  };

  const show = async (c: Context<PageEnv>, { uid, personId }: Step, failed = false) => {
    const passkeys = await passkeysOf(sql, personId);
    if (passkeys.length === 0) return c.html(passkeyPage({ uid, failed: false }));
    const options = await ceremony.ask(passkeys);
    await askPasskey(sql, uid, options.challenge);
    return c.html(passkeyPage({ uid, options, failed }), failed ? 422 : 200);
  };

  app.get("/sign-in/:uid/passkey", async (c) => {
    const step = await stepOf(c);
    return step instanceof Response ? step : show(c, step);
  });

  app.post("/sign-in/:uid/passkey", async (c) => {
    const step = await stepOf(c);
    if (step instanceof Response) return step;
    const { uid, personId } = step;
    const assertion = (await formOf(c, 8 * 1024))("credential");
    const challenge = await takePasskeyChallenge(sql, uid);
    const used =
      challenge === undefined ? undefined : await ceremony.check(assertion, challenge, await passkeysOf(sql, personId));
    // A number that was seen before is a twin's (WebAuthn, section 6.1.1).
    if (!used || (await countUse(sql, personId, used.id, used.counter)) !== "counted") {
      log.warn({ event: "passkey_not_believed", subject: personId }, "sign-in refused");
      return show(c, step, true);
    }
    log.info({ event: "signed_in", subject: personId, acr: PHR }, "signed in");
    const amr = ["pwd", used.synced ? "swk" : "hwk", "user", "mfa"];
    return answer(provider, c, {
      login: { accountId: personId, acr: PHR, amr, ts: await databaseTime(sql), remember: false },
    });
  });
}
