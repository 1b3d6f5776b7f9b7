import { type SQL, sql } from "drizzle-orm";
import type { ConsentRecord } from "~/ports/authorization-server";
import type { DatabaseInstant } from "~/ports/consent-register-upkeep";
import { customerKept } from "./consent-projection-row";

/**
 * What only the authorization server knows of a consent, taken over without a move: since when it exists, how its TPP
 * calls itself, when it ends, who authorised it, what it permits, what took its place. Where it says nothing, what we have stays; and whose it is, once that was answered.
 */
const FACTS = sql`
  client_name = coalesce(told.client_name, consent.client_name),
  customer_id = ${customerKept(sql`consent`, sql`told.customer_id`)},
  permissions = coalesce(told.permissions, consent.permissions),
  superseded_by = coalesce(told.superseded_by, consent.superseded_by),
  created_at = told.created_at, expires_at = coalesce(told.expires_at, consent.expires_at),
  authority_revision = coalesce(told.revision, consent.authority_revision)`;

const told = (records: readonly ConsentRecord[]): SQL => sql`(
  select id, client_name, customer_id, created_at, expires_at, revision, superseded_by,
    case when permissions is not null then array(select jsonb_array_elements_text(permissions)) end as permissions
  from jsonb_to_recordset(${JSON.stringify(records.map(factsOf))}::jsonb) as facts (id text, client_name text,
    customer_id text, created_at timestamptz, expires_at timestamptz, revision int, superseded_by text,
    permissions jsonb)) as told`;

/** @param confirmed whether what we hold is known to be what the authorization server holds now. */
export function factsFilledIn({ record }: { readonly record: ConsentRecord }, confirmed: boolean): SQL {
  return sql`
    update assent.consent_projection as consent
    set ${FACTS}, confirmed_at = ${confirmed ? sql`clock_timestamp()` : sql`consent.confirmed_at`}
    from ${told([record])} where consent.consent_id = told.id`;
}

/**
 * All that agreed, confirmed at once; not what has moved here, or was told, since the authorization server was asked: an
 * older answer would set its revision back, and let in an event that is older still. Nor what somebody else is at.
 */
export function allConfirmed(records: readonly ConsentRecord[], since: DatabaseInstant): SQL {
  return sql`
    with free as (
      select consent_id from assent.consent_projection
      where consent_id = any(${sql.param(records.map(({ id }) => id))}::text[]) and changed_at < ${since}::timestamptz
        and coalesce(confirmed_at < ${since}::timestamptz, true)
      for update skip locked
    ), confirmed as (
      update assent.consent_projection as consent set ${FACTS}, confirmed_at = clock_timestamp()
      from ${told(records)} join free on free.consent_id = told.id where consent.consent_id = told.id
      returning consent.consent_id, told.customer_id
    )
    update assent.drift_finding as finding set repaired_at = clock_timestamp()
    from confirmed where finding.consent_id = confirmed.consent_id and finding.repaired_at is null
      and (finding.about = 'state' or confirmed.customer_id is not null)`;
}

const factsOf = (record: ConsentRecord) => ({
  id: record.id,
  client_name: record.clientName ?? null,
  customer_id: record.customer ?? null,
  created_at: record.createdAt,
  expires_at: record.expiresAt ?? null,
  revision: record.revision ?? null,
  superseded_by: record.supersededBy ?? null,
  permissions: record.permissions ?? null,
});
