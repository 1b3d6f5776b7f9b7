import type { Configuration, KoaContextWithOIDC } from "oidc-provider";
import { INTERACTION_SECONDS } from "../handoffs/handoff-time.ts";

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** How long things live, in seconds. Nothing that came of a consent outlives it (UK security profile). */
export const LIFETIMES: NonNullable<Configuration["ttl"]> = {
  AuthorizationCode: MINUTE,
  IdToken: 5 * MINUTE,
  ClientCredentials: 5 * MINUTE,
  // The customer reads and answers in this time, and the TPP cannot be told of a longer one later: so it may ask for it.
  BackchannelAuthenticationRequest: (ctx) =>
    Math.min(Number(ctx.oidc.params?.["requested_expiry"] ?? 5 * MINUTE), 10 * MINUTE),
  // The longest that it can be made: the bank's log-in and the consent page have less at first.
  Interaction: INTERACTION_SECONDS,
  AccessToken: (ctx, token) => Math.min(token.scopes.has("payments") ? 10 * MINUTE : HOUR, untilConsentEnds(ctx)),
  RefreshToken: (ctx) => untilConsentEnds(ctx),
  // Not kept, see artifacts.ts; the library wants a number.
  Session: MINUTE,
};

function untilConsentEnds(ctx: KoaContextWithOIDC): number {
  const exp = ctx.oidc.entities.Grant?.exp;
  if (exp === undefined) throw new Error("a token was asked for without a grant");
  return Math.max(1, exp - Math.floor(Date.now() / 1000));
}
