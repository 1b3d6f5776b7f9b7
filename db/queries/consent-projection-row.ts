import { type SQL, sql } from "drizzle-orm";
import type { ActorType } from "~/domain/audit/actor";
import type { ConsentStatus } from "~/domain/consent/lifecycle";
import type { ConsentState } from "~/domain/consent/transition";
import type { CustomerId } from "~/domain/shared/ids";
import type { DatabaseInstant } from "~/ports/consent-register-upkeep";

/** Our picture of one consent, as far as it is compared with what the authorization server holds. */
export interface ProjectionRow extends Record<string, unknown> {
  readonly consent_id: string;
  readonly status: ConsentStatus;
  readonly version: number;
  readonly account_ids: readonly string[];
  readonly customer_id: CustomerId | null;
  /** Customers who opened it here, while nobody has answered it: each of them may turn out to be whose it is. */
  readonly brought_by: readonly CustomerId[];
  readonly suspended_by: ActorType | null;
  readonly signing: "awaiting" | "complete" | "rejected" | null;
  readonly authority_revision: number | null;
  /** Milliseconds since 1970, as is `now`. */
  readonly expires: string | null;
  readonly now: string;
  /** The newest move is our own, and the authorization server has not been seen to hold the same since. */
  readonly ahead: boolean;
  readonly moved_since: boolean;
}

/** Whether nobody has agreed to it or refused it yet, so that it is nobody's for certain. */
const unanswered = (row: SQL): SQL => sql`${row}.status in ('awaiting-upload', 'pending')`;

/** Whose a consent is: can be learnt, and changes no more once it was answered, whoever says so. */
export const customerKept = (row: SQL, told: SQL): SQL => sql`
  case when ${unanswered(row)} then coalesce(${told}, ${row}.customer_id) else coalesce(${row}.customer_id, ${told}) end`;

/**
 * The columns of a {@link ProjectionRow} of `consent`, a row of the projection.
 *
 * @param since undefined where nobody was asked.
 */
export const projectionColumns = (since: DatabaseInstant | undefined): SQL => sql`
  consent.consent_id, consent.status, consent.version, consent.account_ids, consent.customer_id, consent.suspended_by,
  (select signing.state from assent.consent_signing as signing where signing.consent_id = consent.consent_id) as signing,
  case when ${unanswered(sql`consent`)} then array(
    select visit.customer_id from assent.consent_visit as visit where visit.consent_id = consent.consent_id
  ) else '{}' end as brought_by, consent.authority_revision, extract(epoch from consent.expires_at) * 1000 as expires,
  extract(epoch from clock_timestamp()) * 1000 as now,
  coalesce(consent.confirmed_at < consent.changed_at, true) and coalesce((
    select source = 'assent' from assent.consent_version_projection as version
    where version.consent_id = consent.consent_id and version.version = consent.version), true) as ahead,
  coalesce(consent.changed_at >= ${since ?? null}::timestamptz, false) as moved_since`;

/**
 * Whether a decision or a change of ours is on its way to the authorization server: it will say itself what came of it,
 * also after an outage of ours. One that can never be settled does not keep the picture from being true for longer, but
 * of a yes that others have to give too the authorization server says more than is so (T4).
 */
export const underWay = (consentId: string | SQL): SQL => sql`(
  exists (
    select from assent.consent_decision as decision join assent.consent_visit as visit on visit.id = decision.visit_id
    where visit.consent_id = ${consentId} and decision.state = 'intended'
      and (decision.intended_at > clock_timestamp() - interval '10 minutes' or decision.decision -> 'awaits' is not null))
  or exists (
    select from assent.consent_change where consent_id = ${consentId} and state = 'intended'
      and intended_at > clock_timestamp() - interval '10 minutes'))`;

/** Whether an event about it has just come, which tells more than looking does: what it was, and whose. */
export const justTold = (consentId: string): SQL => sql`exists (
  select from assent.authority_event_inbox where consent_id = ${consentId} and applied_at is null
    and received_at > clock_timestamp() - interval '10 seconds')`;

export const stateOf = (row: ProjectionRow): ConsentState => ({
  status: row.status,
  version: row.version,
  accountIds: row.account_ids,
  ...(row.expires !== null && { expiresAt: new Date(Number(row.expires)) }),
  ...(row.suspended_by !== null && { suspendedBy: row.suspended_by }),
  ...((row.signing === "awaiting" || row.signing === "rejected") && { signing: row.signing }),
});

export const nowOf = (row: ProjectionRow): Date => new Date(Number(row.now));
