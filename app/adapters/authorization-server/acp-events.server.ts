import { errors, type JWTVerifyGetKey, jwtVerify } from "jose";
import { z } from "zod";
import { isInteractionId } from "~/domain/shared/interaction-id";
import { AuthorityError, type AuthorizationServer } from "~/ports/authorization-server";
import { UpstreamUnavailable } from "../http.server";
import { instant } from "./acp-intents/parts";
import { changedConsent, recordOfChanged, revision } from "./acp-record";

const CONSENT_CHANGED = "urn:assent:event:consent-changed";

/** Seconds since 1970 of which a date can be made. How old an event is, is for the database's clock to say. */
const seconds = z.number().min(1_000_000_000).max(100_000_000_000);

const BY = { customer: "customer", tpp: "tpp", bank: "staff", system: "system" } as const;

const token = z.object({
  jti: z.string().regex(/^[^\0]{1,128}$/),
  iat: seconds,
  events: z.record(z.string(), z.unknown()),
});

const claims = token.extend({
  toe: seconds.optional(),
  txn: z.string().optional(),
  events: z.object({
    [CONSENT_CHANGED]: changedConsent.extend({
      cause: z.enum([
        "created",
        "authorised",
        "rejected",
        "revoked",
        "deleted",
        "consumed",
        "suspended",
        "resumed",
        "amended",
      ]),
      changed_by: z.enum(["customer", "tpp", "bank", "system"]),
      revision,
      updated_at: instant,
    }),
  }),
});

/** The events that the bundled authorization server pushes: security event tokens (RFC 8417), compact, PS256. */
export function createEventReader(issuer: string, audience: string, keys: JWTVerifyGetKey) {
  return async (body: string): ReturnType<AuthorizationServer["readEvent"]> => {
    const verified = await verify(body, issuer, audience, keys);
    const kinds = token.safeParse(verified).data?.events;
    if (kinds && Object.keys(kinds).length > 0 && !(CONSENT_CHANGED in kinds)) return "of-other-matters";
    const read = claims.safeParse(verified);
    if (!read.success) return undefined;
    const { jti, iat, toe, txn, events } = read.data;
    const change = events[CONSENT_CHANGED];
    const record = recordOfChanged(change);
    if (!record) return "of-other-matters";
    return {
      id: jti,
      at: new Date((toe ?? iat) * 1000),
      record,
      cause: change.cause,
      by: BY[change.changed_by],
      correlationId: txn && isInteractionId(txn) ? txn : jti,
    };
  };
}

async function verify(body: string, issuer: string, audience: string, keys: JWTVerifyGetKey): Promise<unknown> {
  try {
    const { payload } = await jwtVerify(body, keys, {
      issuer,
      audience,
      typ: "secevent+jwt",
      algorithms: ["PS256"],
    });
    return payload;
  } catch (error) {
    if (error instanceof errors.JOSEError) return undefined;
    if (!(error instanceof UpstreamUnavailable)) throw error;
    throw new AuthorityError("unavailable", error.message, { cause: error });
  }
}
