import { errors, type JWTVerifyGetKey, jwtVerify } from "jose";
import { z } from "zod";
import { asCustomerId } from "~/domain/shared/ids";
import type { EndedAtBank } from "~/ports/customer-sessions";

const LOGGED_OUT = "http://schemas.openid.net/event/backchannel-logout";

const name = z.string().regex(/^[^\0]{1,255}$/);
const claims = z
  .object({
    iat: z.number().min(1_000_000_000).max(100_000_000_000),
    jti: name,
    events: z.object({ [LOGGED_OUT]: z.object({}) }),
    sub: name.optional(),
    sid: name.optional(),
    // It would be an ID token, which anybody who was ever given one could send (section 2.4).
    nonce: z.never().optional(),
  })
  .refine(({ sub, sid }) => sub !== undefined || sid !== undefined);

interface Expected {
  readonly issuer: string;
  readonly audience: string;
  readonly keys: JWTVerifyGetKey;
  readonly now: Date;
}

/**
 * Reads a logout token (OpenID Connect Back-Channel Logout 1.0, section 2.6). Sent again it ends nothing more: sessions
 * that began after it was issued are others, so that its `jti` need not be remembered.
 *
 * @returns undefined for whatever is none of this issuer for us.
 */
export async function readLogoutToken(token: string, expected: Expected): Promise<EndedAtBank | undefined> {
  const { issuer, audience, keys, now } = expected;
  const payload = await jwtVerify(token, keys, {
    issuer,
    audience,
    typ: "logout+jwt",
    algorithms: ["PS256", "ES256", "RS256"],
    requiredClaims: ["exp", "iat"],
    maxTokenAge: "5m",
    clockTolerance: 30,
    currentDate: now,
  }).then(
    ({ payload }) => payload,
    (error: unknown) => {
      if (error instanceof errors.JOSEError) return undefined;
      throw error;
    },
  );
  const read = claims.safeParse(payload);
  if (!read.success) return undefined;
  const { sub, sid, iat } = read.data;
  return { at: new Date(iat * 1_000), ...(sub && { customer: asCustomerId(sub) }), ...(sid && { bankSession: sid }) };
}
