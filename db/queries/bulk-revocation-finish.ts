import { type SQL, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { MOVES } from "~/domain/consent/lifecycle";
import type { RevocationResult, RevocationRun } from "~/ports/revocation-runs";
import { LEASE } from "./bulk-revocation-begin";

const { from: LIVE, to } = MOVES.terminate;
const [TERMINATED] = to;

/**
 * What became of many changes, in one statement that does for each what settling it alone would: the change, our picture
 * of the consent and its new version, the audit events, and the event for everyone who is to hear of it. One that has
 * ended meanwhile is left as it is.
 */
export function finished(run: RevocationRun, results: readonly RevocationResult[], tenant: string): SQL {
  const fresh = () => sql`${sql.param(results.map(() => uuidv7()))}::uuid[]`;
  const column = (of: (result: RevocationResult) => string | number | null) => sql.param(results.map(of));
  return sql`
    with told as (
      select * from unnest(${column(({ change }) => change)}::uuid[], ${column(({ outcome }) => outcome)}::text[],
        ${column((result) => ("because" in result ? result.because : null))}::text[],
        ${column((result) => ("revision" in result ? (result.revision ?? null) : null))}::int[],
        ${fresh()}, ${fresh()}, ${fresh()})
        as told (id, outcome, because, revision, audit_id, move_audit_id, event_id)
    ), held as (
      select * from assent.consent_projection where consent_id in (
        select consent_id from assent.consent_change where id in (select id from told))
      order by consent_id for update
    ), ended as (
      update assent.consent_change as change
      set state = case told.outcome when 'not-allowed' then 'closed' else 'settled' end, closed_because = told.because,
        ended_at = clock_timestamp()
      from told where change.id = told.id and change.state = 'intended' and (select count(*) from held) >= 0
      returning change.id, change.consent_id, change.client_id, change.kind, change.reason, change.actor_ref,
        change.correlation_id, change.state, told.outcome, told.because, told.revision, told.audit_id,
        told.move_audit_id, told.event_id
    ), ended_audited as (
      insert into assent.audit_event (id, tenant, at, type, consent_id, client_id, kind, actor_type, correlation_id, detail)
      select audit_id, ${tenant}, clock_timestamp(),
        case state when 'closed' then 'change-not-accepted' else 'change-settled' end, consent_id, client_id, kind,
        'system', correlation_id,
        jsonb_strip_nulls(jsonb_build_object('changeId', id, 'because', because))
      from ended
    ), moved as (
      update assent.consent_projection as consent
      set status = ${TERMINATED}, reason = ended.reason, version = held.version + 1, changed_at = clock_timestamp(),
        suspended_by = null, authority_revision = coalesce(ended.revision, held.authority_revision)
      from held join ended using (consent_id)
      where consent.consent_id = held.consent_id and ended.outcome = 'took-effect'
        and held.status = any(${sql.param([...LIVE])}::text[])
      returning consent.consent_id, consent.version, consent.changed_at, consent.customer_id, held.status as from_status,
        ended.client_id, ended.kind, ended.reason, ended.actor_ref, ended.correlation_id, ended.move_audit_id,
        ended.event_id
    ), versioned as (
      insert into assent.consent_version_projection (consent_id, version, at, move, from_status, to_status, actor_type,
        actor_ref, reason, source, difference, correlation_id)
      select consent_id, version, changed_at, 'terminate', from_status, ${TERMINATED}, 'staff', actor_ref, reason,
        'assent', jsonb_build_object('status', jsonb_build_array(from_status, ${TERMINATED}::text)), correlation_id
      from moved
    ), move_audited as (
      insert into assent.audit_event (id, tenant, at, type, consent_id, client_id, kind, actor_type, actor_ref,
        correlation_id, detail)
      select move_audit_id, ${tenant}, clock_timestamp(), 'consent-moved', consent_id, client_id, kind, 'staff', actor_ref,
        correlation_id, jsonb_build_object('move', 'terminate', 'from', from_status, 'to', ${TERMINATED}::text,
          'version', version, 'reason', reason, 'source', 'assent')
      from moved
    ), queued as (
      insert into assent.outbox_event (id, consent_id, version, client_id, kind, customer_id, move, from_status,
        to_status, actor_type, reason, correlation_id, occurred_at)
      select event_id, consent_id, version, client_id, kind, customer_id, 'terminate', from_status, ${TERMINATED}, 'staff',
        reason, correlation_id, changed_at
      from moved
    ), noted as (
      update assent.bulk_revocation_item as item
      set state = case ended.state when 'closed' then 'not-revoked' else 'revoked' end
      from ended where item.set_id = ${run.id}::uuid and item.consent_id = ended.consent_id
    )
    update assent.bulk_revocation
    set revoked = revoked + (select count(*) from ended where state = 'settled'),
      not_revoked = not_revoked + (select count(*) from ended where state = 'closed'),
      leased_until = case when leased_by = ${run.runner}::uuid then ${LEASE} else leased_until end
    where id = ${run.id}::uuid`;
}
