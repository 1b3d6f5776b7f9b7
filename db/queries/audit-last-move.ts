import { type SQL, sql } from "drizzle-orm";

/**
 * Of consents that entered a picture made anew: who brought them to where they are, and why, as our own audit tells it.
 * Only where that agrees with what the authorization server holds: it knows fewer words than we do, so that an end of
 * ours may be called `terminated`. That a consent entered by a look at the authorization server, now or when a picture was
 * made anew before, tells of nobody.
 */
const lastMoves = (ids: SQL, correlationId: string): SQL => sql`
  select distinct on (consent_id) consent_id, actor_type, actor_ref, detail
  from assent.audit_event
  where consent_id = any(${ids}::text[]) and type = 'consent-moved' and correlation_id <> ${correlationId}
    and not (detail ->> 'move' = 'import' and detail ->> 'source' = 'reconcile')
    and (detail ->> 'from') is distinct from (detail ->> 'to')
  order by consent_id, (detail ->> 'version')::int desc`;

const agrees = sql`(consent.status = last.detail ->> 'to'
  or (consent.status = 'revoked' and last.detail ->> 'to' = 'terminated'))`;

/** Whose pause it is: without that, only staff could lift a customer's own (T10). */
export const pausesKnownAgain = (ids: SQL, correlationId: string): SQL => sql`
  update assent.consent_projection as consent set suspended_by = last.actor_type
  from (${lastMoves(ids, correlationId)}) as last
  where consent.consent_id = last.consent_id and consent.status = 'suspended' and ${agrees}`;

/** Which of the suspended are held by the bank over such a pause: of that the authorization server knows nothing. */
export const holdsKnownAgain = (ids: SQL, correlationId: string): SQL => sql`
  update assent.consent_projection as consent set suspended_by = last.actor_type, pause_beneath = true
  from (
    select distinct on (consent_id) consent_id, actor_type, detail from assent.audit_event
    where consent_id = any(${ids}::text[]) and type = 'consent-moved' and correlation_id <> ${correlationId}
      and detail ->> 'move' in ('suspend', 'resume')
    order by consent_id, (detail ->> 'version')::int desc
  ) as last
  where consent.consent_id = last.consent_id and consent.status = 'suspended'
    and last.detail ->> 'move' = 'suspend' and last.detail ->> 'from' = 'suspended'`;

/** Takes out the one version of each that is known better, as it is to be written again; see {@link writtenAgain}. */
export const takenOut = (ids: SQL, correlationId: string): SQL => sql`
  delete from assent.consent_version_projection as written
  using assent.consent_projection as consent, (${lastMoves(ids, correlationId)}) as last
  where consent.consent_id = last.consent_id and written.consent_id = last.consent_id
    and written.version = consent.version and written.correlation_id = ${correlationId} and ${agrees}
  returning to_jsonb(written) || jsonb_build_object('actor_type', last.actor_type, 'actor_ref', last.actor_ref,
    'reason', last.detail ->> 'reason', 'decision_id', last.detail ->> 'decisionId') as version`;

export const writtenAgain = (versions: readonly unknown[]): SQL => sql`
  insert into assent.consent_version_projection
  select * from jsonb_populate_recordset(null::assent.consent_version_projection, ${JSON.stringify(versions)}::jsonb)`;
