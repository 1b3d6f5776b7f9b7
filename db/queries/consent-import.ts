import { type SQL, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import type { MoveSource } from "~/domain/audit/audit-event";
import type { AsFound, ConsentStatus, MoveReason } from "~/domain/consent/lifecycle";
import type { Visit } from "~/ports/consent-desk";
import { type About, type WrittenActor, writtenAs } from "./audit-event";

interface Import {
  readonly tenant: string;
  readonly visit: Visit;
  readonly expiresAt: Date | undefined;
}

/** A consent that enters our picture. */
export interface ConsentEntry extends Required<About> {
  readonly clientName: string | undefined;
  readonly customerId: string | undefined;
  readonly status: ConsentStatus;
  readonly reason: MoveReason | AsFound;
  readonly actor: WrittenActor;
  readonly source: MoveSource;
  /** Undefined where nobody has told us since when it exists: the authorization server alone knows, and is asked later. */
  readonly createdAt: Date | undefined;
  readonly expiresAt: Date | undefined;
  readonly accountIds: readonly string[];
  readonly permissions: readonly string[] | undefined;
  readonly revision: number | undefined;
}

/** How a consent enters our picture when its customer is the first to bring it (T1); see {@link consentEntered}. */
export function consentImported({ tenant, visit, expiresAt }: Import, given: SQL): SQL {
  return consentEntered(
    {
      ...visit,
      tenant,
      clientName: visit.requesterName,
      customerId: visit.customer,
      status: "pending",
      reason: "imported",
      actor: { type: "tpp", ref: visit.clientId },
      source: "assent",
      createdAt: undefined,
      expiresAt,
      accountIds: [],
      permissions: undefined,
      revision: undefined,
    },
    given,
  );
}

/**
 * T1 as parts of a statement, named `imported`, `imported_version`, `import_audited` and `import_queued`. Nothing
 * happens to a consent that is known. It begins with the version after the last one told of it, which is the first but
 * for a picture that was made anew.
 *
 * @param given the name of a part that must have touched a row.
 */
export function consentEntered(the: ConsentEntry, given: SQL): SQL {
  const { consentId } = the;
  const detail = sql`jsonb_build_object('move', 'import', 'from', null, 'to', imported.status, 'version',
    imported.version, 'reason', imported.reason, 'source', ${the.source}::text)`;
  return sql`
    imported as (
      insert into assent.consent_projection (consent_id, client_id, client_name, kind, customer_id, status, reason,
        suspended_by, version, account_ids, permissions, created_at, changed_at, expires_at, authority_revision,
        confirmed_at)
      select ${consentId}, ${the.clientId}, ${the.clientName ?? null}, ${the.kind}, ${the.customerId ?? null},
        ${the.status}, ${the.reason}, ${the.status === "suspended" ? the.actor.type : null},
        1 + coalesce((select max(version) from assent.outbox_event where consent_id = ${consentId}), 0),
        ${sql.param([...the.accountIds])}::text[], ${the.permissions ? sql.param([...the.permissions]) : null}::text[],
        coalesce(${instant(the.createdAt)}, clock_timestamp()), clock_timestamp(), ${instant(the.expiresAt)},
        ${the.revision ?? null}::int, ${the.source === "assent" ? sql`null` : sql`clock_timestamp()`}
      from ${given}
      on conflict (consent_id) do nothing
      returning *
    ), imported_version as (
      insert into assent.consent_version_projection (consent_id, version, at, move, from_status, to_status, actor_type,
        actor_ref, reason, source, difference, correlation_id)
      select consent_id, version, changed_at, 'import', null, status, ${the.actor.type}, ${the.actor.ref}, reason,
        ${the.source}, '{}'::jsonb, ${the.correlationId}
      from imported
    ), import_audited as (
      ${writtenAs(the, the.actor, "consent-moved", detail, sql`imported`)}
    ), import_queued as (
      insert into assent.outbox_event (id, consent_id, version, client_id, kind, customer_id, move, from_status,
        to_status, actor_type, reason, correlation_id, occurred_at)
      select ${uuidv7()}::uuid, consent_id, version, client_id, kind, customer_id, 'import', null, status,
        ${the.actor.type}, reason, ${the.correlationId}, changed_at
      from imported
    )`;
}

const instant = (at: Date | undefined): SQL => sql`${at?.toISOString() ?? null}::timestamptz`;
