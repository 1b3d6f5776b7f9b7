import type { KoaContextWithOIDC, Provider } from "oidc-provider";
import type { Database } from "../../database.ts";
import type { Consents } from "../consents/consents.ts";
import { isHandedOff, takeAnswer } from "../handoffs/handoff-store.ts";
import { ROUTES } from "./discovery.ts";
import { renderError } from "./error-page.tsx";
import { completeInteraction } from "./interactions.ts";

type Next = () => Promise<unknown>;

/** The library's resume route, as widely as its router takes it: in any case, with a slash at the end, encoded. */
const RESUME_ROUTE = new RegExp(`^${ROUTES.authorization}/.`, "i");

/**
 * Stands before the library's resume route.
 *
 * The library resumes for the browser that started. After a hand-off that is not enough: an attacker could start, send
 * the consent page to a victim, and collect the code when the victim agrees. So the answer secret is asked for too,
 * which only the browser that answered was given; the library then checks the cookie, which only the browser that
 * started was given (RFC 9700 section 4.7).
 *
 * The library resumes the interaction that the cookie names, whatever the address says. So the cookie says here too
 * which interaction it is about: by the address, the starter would resume at a made-up one and need no answer.
 */
export function createResumeGuard(provider: Provider, sql: Database, consents: Consents) {
  return async function guardResume(ctx: KoaContextWithOIDC, next: Next) {
    if (!RESUME_ROUTE.test(ctx.path)) return next();
    const uid = ctx.cookies.get(provider.cookieName("resume"), { signed: true });
    // Not a browser that started: the library says so, and the answer stays good for the one that did.
    if (uid === undefined || !(await isHandedOff(sql, uid))) return next();
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
