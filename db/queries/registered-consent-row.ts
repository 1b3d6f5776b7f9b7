import { type SQL, sql } from "drizzle-orm";
import type { ActorType } from "~/domain/audit/actor";
import { asClientId, asConsentId, asCustomerId } from "~/domain/shared/ids";
import type { RegisteredConsent } from "~/ports/consent-register";
import { effectiveStatus, isOver } from "./consent-projection-status";

/** One row of {@link consentColumns}. */
export interface ConsentRow extends Record<string, unknown> {
  readonly consent_id: string;
  readonly client_id: string;
  readonly client_name: string | null;
  readonly kind: RegisteredConsent["kind"];
  readonly customer_id: string | null;
  readonly status: RegisteredConsent["status"];
  readonly reason: RegisteredConsent["reason"];
  readonly suspended_by: ActorType | null;
  readonly pause_beneath: boolean;
  readonly superseded_by: string | null;
  readonly version: number;
  readonly account_ids: readonly string[];
  readonly permissions: readonly string[] | null;
  readonly agreed: string | null;
  readonly created: string;
  readonly changed: string;
  readonly expires: string | null;
  readonly confirmed: string | null;
}

const CONSENT = sql`consent`;
/** Milliseconds since 1970. */
export const ms = (column: SQL): SQL => sql`extract(epoch from ${column}) * 1000`;

/**
 * When its customer first agreed to it. Of one whose history was made anew no move says so; then the accounts do that are
 * bound to it.
 */
export const agreedAt = sql`coalesce(
  (select min(at) from assent.consent_version_projection as version where version.consent_id = consent.consent_id
    and move in ('authorise', 'authorise-partly', 'complete')),
  case when account_ids <> '{}' then created_at end)`;

/** How `consent`, a row of the projection, stands. Past its end it reads as the job will write it. */
export const consentStatus = sql`${effectiveStatus(CONSENT)} as status,
  case when ${isOver(CONSENT)} then 'end-date' else consent.reason end as reason,
  case when ${isOver(CONSENT)} is not true then consent.suspended_by end as suspended_by`;

/** The columns of the same. */
export const consentColumns = sql`
  consent.consent_id, client_id, client_name, kind, customer_id, ${consentStatus}, pause_beneath, superseded_by, version, account_ids, permissions,
  ${ms(agreedAt)} as agreed, ${ms(sql`created_at`)} as created, ${ms(sql`changed_at`)} as changed, ${ms(sql`expires_at`)} as expires,
  ${ms(sql`confirmed_at`)} as confirmed`;

export const at = (value: string): Date => new Date(Number(value));

export const consentOf = (row: ConsentRow): RegisteredConsent => ({
  id: asConsentId(row.consent_id),
  clientId: asClientId(row.client_id),
  ...(row.client_name !== null && { clientName: row.client_name }),
  kind: row.kind,
  ...(row.customer_id !== null && { customer: asCustomerId(row.customer_id) }),
  status: row.status,
  reason: row.reason,
  ...(row.suspended_by !== null && { suspendedBy: row.suspended_by }),
  ...(row.pause_beneath && { pauseBeneath: true }),
  ...(row.superseded_by !== null && { supersededBy: asConsentId(row.superseded_by) }),
  version: row.version,
  accountIds: row.account_ids,
  ...(row.permissions !== null && { permissions: row.permissions }),
  ...(row.agreed !== null && { agreedAt: at(row.agreed) }),
  createdAt: at(row.created),
  changedAt: at(row.changed),
  ...(row.expires !== null && { expiresAt: at(row.expires) }),
  ...(row.confirmed !== null && { confirmedAt: at(row.confirmed) }),
});
