import type { KoaContextWithOIDC, Provider } from "oidc-provider";
import type { Database } from "../../database.ts";
import type { Consents } from "../consents/consents.ts";
import { isHandedOff, takeAnswer } from "../handoffs/handoff-store.ts";
import { renderError } from "./error-page.tsx";
import { completeInteraction } from "./interactions.ts";

type Next = () => Promise<unknown>;

/**
 * Stands before the library's resume route.
 *
 * The library resumes for the browser that started. After a hand-off that is not enough: an attacker could start, send
 * the consent page to a victim, and collect the code when the victim agrees. So the answer secret is asked for too,
 * which only the browser that answered was given; the library then checks the cookie, which only the browser that
 * started was given (RFC 9700 section 4.7).
 */
export function createResumeGuard(provider: Provider, sql: Database, consents: Consents) {
  return async function guardResume(ctx: KoaContextWithOIDC, next: Next) {
    const uid = /^\/oauth2\/authorize\/([\w-]+)$/.exec(ctx.path)?.[1];
    if (uid === undefined || !(await isHandedOff(sql, uid))) return next();
    // Not the browser that started: the library says so, and the answer stays good for the one that did.
    if (ctx.cookies.get(provider.cookieName("resume"), { signed: true }) !== uid) return next();
    const { answer } = ctx.query;
    const taken = typeof answer === "string" ? await takeAnswer(sql, uid, answer) : undefined;
    if (!taken) {
      ctx.status = 400;
      return renderError(ctx, { error: "invalid_request" });
    }
    const consent = await consents.get(taken.consentId);
    ctx.state.correlationId = consent?.interactionId;
    if (taken.decision.kind === "accept" && (consent?.status !== "authorised" || consent.expired)) {
      await completeInteraction(provider, uid, {
        error: "invalid_request",
        error_description: "the consent is not usable any more",
      });
    }
    return next();
  };
}
