import { z } from "zod";
import { CONSENT_KINDS } from "~/domain/consent-kinds/index";
import {
  asClientId,
  asConsentId,
  asCustomerId,
  asCustomerSessionId,
  asVisitId,
  type CustomerSessionId,
  type VisitId,
} from "~/domain/shared/ids";
import type { Visit } from "~/ports/consent-desk";
import { adoptCorrelationId } from "./correlation.server";
import { sealedCookie } from "./sealed-cookie.server";
import { services } from "./services.server";
import { withRecord } from "./with-record.server";

/**
 * So long a visit lasts beyond the last moment to answer in: whoever answers then still reads what came of it, and keeps
 * their receipt. Where the authorization server names no such moment, from the beginning.
 */
const AFTERWARDS_SECONDS = 15 * 60;

/** Enough to name the TPP on a page that cannot ask anybody; a name of ten thousand characters must fit a cookie. */
const NAME_LENGTH = 48;

const modeSchema = z.discriminatedUnion("is", [
  z.object({ is: z.literal("again"), wasStopped: z.literal(true).optional(), revision: z.number().optional() }),
  z.object({ is: z.literal("instead-of"), consentId: z.string() }),
]);

/** A visit as a browser holds it. */
export interface HeldVisit extends Visit {
  /** The session by which a second device was let in (P-24): it answers here, and the first one goes on. */
  readonly joinedBy?: CustomerSessionId;
}

const visitSchema: z.ZodType<HeldVisit> = z.object({
  id: z.string().transform(asVisitId),
  handoff: z.object({
    authority: z.string(),
    kind: z.enum(CONSENT_KINDS),
    ref: z.string(),
    proof: z.string(),
  }),
  kind: z.enum(CONSENT_KINDS),
  mode: modeSchema.optional(),
  consentId: z.string().transform(asConsentId),
  clientId: z.string().transform(asClientId),
  requesterName: z.string().optional(),
  customer: z.string().transform(asCustomerId),
  correlationId: z.string(),
  decoupled: z.literal(true).optional(),
  joinedBy: z.string().transform(asCustomerSessionId).optional(),
}) as never;

/** One cookie a visit, so that two requests open in two tabs do not overwrite each other. */
const cookieOf = (id: VisitId, maxAgeSeconds = AFTERWARDS_SECONDS) =>
  sealedCookie({
    name: `__Host-consent-${id}`,
    schema: visitSchema,
    maxAgeSeconds,
    // About 750 with the ids of the bundled server; others have longer ones, and a browser takes 4096.
    maxBytes: 3_800,
  });

/**
 * The `Set-Cookie` value that makes this browser the owner of the visit.
 *
 * @param answerBy until when the authorization server waits: what the browser owns the visit by must outlast that (P-26).
 */
export function sealVisit(visit: HeldVisit, answerBy: Date | undefined): Promise<string> {
  const toAnswer = answerBy ? Math.max(0, Math.ceil((answerBy.getTime() - Date.now()) / 1_000)) : 0;
  const lasting = cookieOf(visit.id, toAnswer + AFTERWARDS_SECONDS);
  return lasting.seal({ ...visit, requesterName: visit.requesterName?.slice(0, NAME_LENGTH) });
}

/** Whether a part of an address looks like the name of a visit. */
export const isVisitId = (id: string | undefined): id is VisitId => id !== undefined && /^[\w-]{22}$/.test(id);

/**
 * The visit, when this browser opened it, or was let in and still is. Undefined alike for a visit of somebody else, a
 * lapsed one and one that never was. The request goes on under the TPP's interaction id.
 *
 * @throws Response 503 where our record cannot say whether a second device is still in
 */
export async function visitOf(request: Request, id: string | undefined): Promise<HeldVisit | undefined> {
  if (!isVisitId(id)) return undefined;
  const visit = await cookieOf(asVisitId(id)).open(request);
  if (visit?.id !== id || !(await isStillIn(visit))) return undefined;
  adoptCorrelationId(visit.correlationId);
  return visit;
}

async function isStillIn({ id, customer, joinedBy: session }: HeldVisit): Promise<boolean> {
  return !session || withRecord(() => services().secondDevices.holds(id, { customer, session }));
}

/** So many requests can be open at once in one browser; servers refuse requests with more headers than they like. */
const OPEN_AT_ONCE = 5;

/** The `Set-Cookie` values that end the oldest visits of a browser. Browsers send older cookies first (RFC 6265, 5.4). */
export function dropOldVisits(request: Request): string[] {
  const names = [...(request.headers.get("cookie") ?? "").matchAll(/__Host-consent-([\w-]{22})=/g)];
  return names
    .slice(0, Math.max(0, names.length - OPEN_AT_ONCE + 1))
    .map(([, id = ""]) => cookieOf(asVisitId(id)).clear());
}
