import type { KoaContextWithOIDC, Provider } from "oidc-provider";
import type { Logger } from "pino";
import { interactionIdOf } from "../interaction-id.ts";

/** Events that end in an error at the caller; their detail is in our log only. */
const FAILURES = [
  "authorization.error",
  "grant.error",
  "introspection.error",
  "revocation.error",
  "pushed_authorization_request.error",
  "backchannel_authentication.error",
] as const;
const SUCCESSES = [
  "authorization.success",
  "grant.success",
  "pushed_authorization_request.success",
  "backchannel_authentication.success",
] as const;

/** One line for each thing that happened. No token, code or name in it; `correlationId` follows one consent. */
export function logEvents(provider: Provider, log: Logger): void {
  const about = (ctx: KoaContextWithOIDC) => ({
    correlationId: correlationId(ctx),
    clientId: ctx.oidc?.client?.clientId,
    route: ctx.oidc?.route,
  });
  const on = provider.on.bind(provider) as (event: string, listener: (...args: never[]) => void) => void;
  for (const event of FAILURES) {
    on(event, (ctx: KoaContextWithOIDC, error: Error & { error_description?: string; error_detail?: string }) => {
      log.warn({ ...about(ctx), error: error.message, why: error.error_detail ?? error.error_description }, event);
    });
  }
  for (const event of SUCCESSES) on(event, (ctx: KoaContextWithOIDC) => log.info(about(ctx), event));
  on("grant.revoked", (ctx: KoaContextWithOIDC) => log.warn(about(ctx), "grant.revoked"));
  on("server_error", (ctx: KoaContextWithOIDC, err: Error) => log.error({ ...about(ctx), err }, "server_error"));
}

/** The interaction id of the consent in hand, else the one that the caller sent. */
export function correlationId(ctx: KoaContextWithOIDC): string | undefined {
  return (ctx.state.correlationId as string | undefined) ?? interactionIdOf(ctx.get("x-fapi-interaction-id"));
}
