import { z } from "zod";
import type { TppId } from "../order/order.ts";
import type { Run } from "../runs/run.ts";

/** One event of the bank's, checked and taken apart. */
export interface Notification {
  readonly jti: string;
  readonly tppId: TppId;
  readonly arrivedBy: "push" | "poll";
  readonly receivedAt: string;
  /** When it happened, at the bank. */
  readonly happenedAt: string;
  /** Names of what happened, of {@link EVENT_NAMES} only. */
  readonly types: readonly EventName[];
  readonly consentId?: string;
  /** The bank's word for why. */
  readonly reason?: string;
  readonly claims: object;
}

const PREFIX = "urn:uk:org:openbanking:events:";

/** Events of the standard that this TPP acts on. */
export const EVENT_NAMES = {
  "resource-update": "A resource has changed",
  "consent-authorization-revoked": "Access has ended",
  "account-access-consent-linked-account-update": "An account has left",
} as const;

export type EventName = keyof typeof EVENT_NAMES;

export const EVENT_URNS = (Object.keys(EVENT_NAMES) as EventName[]).map((name) => PREFIX + name);

const RESOURCE_ID = "http://openbanking.org.uk/rid";

const event = z.object({
  reason: z.string().max(128).optional(),
  subject: z.object({ [RESOURCE_ID]: z.string().min(1).max(128) }).optional(),
});

/** The claims of a security event token in the UK profile (RFC 8417 section 2.2). */
export const eventClaims = z.object({
  jti: z.string().min(1).max(128),
  aud: z.string(),
  iat: z.number(),
  toe: z.number().min(0).max(100_000_000_000),
  txn: z.string().max(128),
  sub: z.string(),
  events: z.record(z.string(), event),
});

/** Undefined when nothing in it is of a kind that this TPP knows: it is accepted and left at that. */
export function notificationFrom(
  claims: z.infer<typeof eventClaims>,
  tppId: TppId,
  arrivedBy: Notification["arrivedBy"],
): Notification | undefined {
  const types = (Object.keys(EVENT_NAMES) as EventName[]).filter((name) => PREFIX + name in claims.events);
  if (types.length === 0) return undefined;
  const payloads = types.flatMap((name) => claims.events[PREFIX + name] ?? []);
  const consentId = payloads.find(({ subject }) => subject)?.subject?.[RESOURCE_ID];
  const reason = payloads.find((payload) => payload.reason)?.reason;
  return {
    jti: claims.jti,
    tppId,
    arrivedBy,
    receivedAt: new Date().toISOString(),
    happenedAt: new Date(claims.toe * 1000).toISOString(),
    types,
    ...(consentId !== undefined && { consentId }),
    ...(reason !== undefined && { reason }),
    claims,
  };
}

export const isRevocation = ({ types }: Notification): boolean => types.includes("consent-authorization-revoked");

/**
 * Those about one run's consent, and for its TPP. What happened before the run is an earlier run's: a consent that had
 * ended may be asked for again (T17), and its end may be told only then.
 */
export const eventsOf = <Of extends Notification>(
  { consentId, order, startedAt }: Pick<Run, "consentId" | "startedAt"> & { readonly order: { readonly tppId: TppId } },
  notifications: readonly Of[],
): readonly Of[] =>
  consentId === undefined
    ? []
    : notifications.filter(
        (each) => each.consentId === consentId && each.tppId === order.tppId && each.happenedAt >= startedAt,
      );
