import { type SQL, sql } from "drizzle-orm";
import type { Visit } from "~/ports/consent-desk";
import { writtenAs } from "./audit-event";

interface Import {
  readonly tenant: string;
  readonly visit: Visit;
  readonly expiresAt: Date | undefined;
}

/**
 * How a consent enters our picture when its customer is the first to bring it (T1), as parts of a statement: parts named
 * `imported`, `imported_version` and `import_audited`. Nothing happens to a consent that is known.
 *
 * Since when it exists is known to the authorization server alone, which is asked later.
 *
 * @param given the name of a part that must have touched a row.
 */
export function consentImported({ tenant, visit, expiresAt }: Import, given: SQL): SQL {
  const detail = sql`jsonb_build_object('move', 'import', 'from', null, 'to', imported.status, 'version', 1,
    'reason', 'imported', 'source', 'assent')`;
  const about = { ...visit, tenant };
  return sql`
    imported as (
      insert into assent.consent_projection (consent_id, client_id, client_name, kind, customer_id, status, reason,
        version, account_ids, created_at, changed_at, expires_at)
      select ${visit.consentId}, ${visit.clientId}, ${visit.requesterName ?? null}, ${visit.kind}, ${visit.customer},
        'pending', 'imported', 1, '{}', clock_timestamp(), clock_timestamp(),
        ${expiresAt?.toISOString() ?? null}::timestamptz
      from ${given}
      on conflict (consent_id) do nothing
      returning *
    ), imported_version as (
      insert into assent.consent_version_projection (consent_id, version, at, move, from_status, to_status, actor_type,
        actor_ref, reason, source, difference, correlation_id)
      select consent_id, 1, changed_at, 'import', null, status, 'tpp', client_id, reason, 'assent', '{}'::jsonb,
        ${visit.correlationId}
      from imported
    ), import_audited as (
      ${writtenAs(about, { type: "tpp", ref: visit.clientId }, "consent-moved", detail, sql`imported`)}
    )`;
}
