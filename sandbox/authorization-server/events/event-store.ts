import type { Database } from "../../database.ts";
import type { ApiVersion, ChangeCause, ChangedBy, ConsentStatus, ConsentType } from "../consents/consent.ts";

/** A change that the consent app is to be told of: what changed, beside what of the consent never does. */
export interface ConsentEvent {
  /** `jti`, the same on every attempt. */
  readonly id: string;
  readonly consentId: string;
  readonly revision: number;
  readonly cause: ChangeCause;
  readonly changedBy: ChangedBy;
  readonly reason: string | null;
  readonly status: ConsentStatus;
  readonly subject: string | null;
  readonly accountIds: readonly string[];
  /** Of the call that made the change. */
  readonly interactionId: string | null;
  readonly happenedAt: Date;
  readonly clientId: string;
  readonly type: ConsentType;
  readonly apiVersion: ApiVersion;
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
  /** Never changes once it is there. */
  readonly supersededBy: string | null;
  readonly request: { readonly Data: Readonly<Record<string, unknown>> };
  /** How often it was sent, this time included. */
  readonly attempts: number;
}

/** Longer than an attempt may take: only what a killed sender left is taken up by another one. */
const LEASE_MS = 7_000;
const AT_ONCE = 16;

/**
 * Takes events that are due, and keeps them from other senders for a while. Of one consent only the oldest that is not
 * delivered yet: each consent's events arrive in the order in which they happened.
 */
export const claimEvents = (sql: Database): Promise<readonly ConsentEvent[]> => sql<ConsentEvent[]>`
  update consent_event as event
  set attempts = event.attempts + 1, due_at = clock_timestamp() + ${LEASE_MS} * interval '1 millisecond'
  from consent
  where consent.id = event.consent_id and event.id in (
    select id from consent_event as candidate
    where delivered_at is null and due_at <= clock_timestamp()
      and not exists (
        select from consent_event as earlier
        where earlier.consent_id = candidate.consent_id and earlier.revision < candidate.revision
          and earlier.delivered_at is null)
    order by due_at
    limit ${AT_ONCE}
    for update skip locked)
  returning event.id, event.consent_id as "consentId", event.revision, event.cause, event.changed_by as "changedBy",
    event.reason, event.status, event.subject, event.account_ids as "accountIds", event.interaction_id as "interactionId",
    event.happened_at as "happenedAt", event.attempts, consent.client_id as "clientId", consent.type,
    consent.api_version as "apiVersion", consent.created_at as "createdAt", consent.expires_at as "expiresAt",
    consent.superseded_by as "supersededBy", consent.request`;

export async function markDelivered(sql: Database, id: string): Promise<void> {
  await sql`update consent_event set delivered_at = clock_timestamp() where id = ${id}`;
}

/** @param waitMs until the next attempt. */
export async function postpone(sql: Database, id: string, waitMs: number): Promise<void> {
  await sql`
    update consent_event set due_at = clock_timestamp() + ${waitMs} * interval '1 millisecond'
    where id = ${id} and delivered_at is null`;
}

/**
 * Forgets what was delivered a day ago, and gives up what could not be delivered for 72 hours: whoever was away for so
 * long has to read the consents anyway.
 *
 * @returns how many were given up.
 */
export async function forgetOldEvents(sql: Database): Promise<number> {
  await sql`delete from consent_event where delivered_at < now() - interval '1 day'`;
  const { count } = await sql`
    delete from consent_event where delivered_at is null and happened_at < now() - interval '72 hours'`;
  return count;
}
