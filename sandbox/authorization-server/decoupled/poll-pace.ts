import type { KoaContextWithOIDC } from "oidc-provider";
import type { Database } from "../../database.ts";
import { noteQuestion, POLL_SECONDS } from "./decoupled-store.ts";

/** Tells a TPP how often to ask, and to slow down when it asks more often; the library does neither. */
export function createPollPace(sql: Database) {
  return async function keepPace(ctx: KoaContextWithOIDC, next: () => Promise<unknown>) {
    await next();
    if (ctx.oidc?.route === "backchannel_authentication" && ctx.status === 200) {
      ctx.body = { ...(ctx.body as object), interval: POLL_SECONDS };
    }
    const waits = ctx.oidc?.route === "token" && (ctx.body as { error?: string })?.error === "authorization_pending";
    const authReqId = ctx.oidc?.params?.["auth_req_id"];
    if (waits && typeof authReqId === "string" && (await noteQuestion(sql, authReqId)) === "too soon") {
      ctx.body = { error: "slow_down", error_description: `wait ${POLL_SECONDS} seconds more from now on` };
    }
  };
}
