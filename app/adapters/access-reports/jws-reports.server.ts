import { errors, type JWTVerifyGetKey, jwtVerify } from "jose";
import { z } from "zod";
import { type AccessEvent, isIdOf } from "~/domain/access/access-event";
import { READ_RESOURCES, type ReadResource } from "~/domain/access/read-resource";
import { asAccountId, asClientId, asConsentId } from "~/domain/shared/ids";
import { isInteractionId } from "~/domain/shared/interaction-id";
import type { AccessReport, AccessReports, RefusedEvent } from "~/ports/access-reports";
import { BankAccessUnavailable } from "~/ports/bank-access";
import { createHttpClient, type Upstream, UpstreamUnavailable } from "../http.server";
import { createPublishedKeys } from "../published-keys.server";

export interface JwsReportsSettings extends Omit<Upstream, "baseUrl"> {
  /** `iss` of the reports. */
  readonly issuer: string;
  /** Its public keys. */
  readonly jwksUrl: string;
}

/** `aud` of what is meant for us, as in the access tokens of the bank's own systems. */
const AUDIENCE = "urn:assent:api";

/** Events in one report. */
const MOST = 500;

const id = z.string().regex(/^[\x21-\x7e]{1,128}$/);
/** Of years that the database knows too. */
const instant = z.iso
  .datetime({ offset: true })
  .transform((text) => new Date(text))
  .refine((at) => at.getUTCFullYear() >= 1970 && at.getUTCFullYear() <= 9999);
const RESOURCES = Object.keys(READ_RESOURCES) as [ReadResource, ...ReadResource[]];

const envelope = z.object({ told_until: instant, events: z.array(z.unknown()).max(MOST) });

const event = z.object({
  id: z.string(),
  at: instant,
  consent_id: id,
  client_id: id,
  resource: z.enum(RESOURCES),
  present: z.boolean(),
  interaction_id: z.string().refine(isInteractionId).optional(),
  accounts: z
    .array(z.object({ id, records: z.number().int().min(0).max(1_000_000) }))
    .max(1_000)
    .refine((accounts) => new Set(accounts.map((account) => account.id)).size === accounts.length),
});

/** Reports as a compact JWS (RFC 7515), PS256, by the bank's own key; docs/how-to/report-reads.md. */
export function createJwsReports(settings: JwsReportsSettings): AccessReports & { close(): Promise<void> } {
  const http = createHttpClient({ ...settings, baseUrl: settings.jwksUrl });
  const keys = createPublishedKeys(http, new URL(settings.jwksUrl));
  return {
    async read(body) {
      const claims = await verified(body, settings.issuer, keys);
      return claims === undefined ? "unsigned" : reportOf(claims, settings.issuer);
    },
    close: () => http.close(),
  };
}

async function verified(body: string, issuer: string, keys: JWTVerifyGetKey): Promise<unknown> {
  try {
    const { payload } = await jwtVerify(body, keys, {
      issuer,
      audience: AUDIENCE,
      typ: "access-events+jws",
      algorithms: ["PS256"],
    });
    return payload;
  } catch (error) {
    if (error instanceof errors.JOSEError) return undefined;
    if (error instanceof UpstreamUnavailable) throw new BankAccessUnavailable(error.message, { cause: error });
    throw error;
  }
}

function reportOf(claims: unknown, issuer: string): AccessReport | { readonly field: string } {
  const read = envelope.safeParse(claims);
  if (!read.success) return { field: fieldOf(read.error) };
  const events: AccessEvent[] = [];
  const refused: RefusedEvent[] = [];
  for (const [index, sent] of read.data.events.entries()) {
    const parsed = event.safeParse(sent);
    if (!parsed.success) refused.push({ index, field: fieldOf(parsed.error) });
    else if (isIdOf(parsed.data.id, parsed.data.at)) events.push(eventOf(parsed.data));
    else refused.push({ index, field: "id" });
  }
  return { issuer, toldUntil: read.data.told_until, events, refused };
}

const fieldOf = ({ issues }: z.ZodError): string => issues[0]?.path.join(".") ?? "";

const eventOf = (read: z.infer<typeof event>): AccessEvent => ({
  id: read.id,
  at: read.at,
  consentId: asConsentId(read.consent_id),
  clientId: asClientId(read.client_id),
  resource: read.resource,
  present: read.present,
  ...(read.interaction_id !== undefined && { interactionId: read.interaction_id }),
  accounts: read.accounts.map(({ id: account, records }) => ({ account: asAccountId(account), records })),
});
