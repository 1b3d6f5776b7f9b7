import { type SQL, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import type { ConsentKind } from "~/domain/consent-kinds/index";
import { asChangeId, asClientId, asConsentId } from "~/domain/shared/ids";
import type { BatchBegun, BegunRevocation, RevocationRun } from "~/ports/revocation-runs";
import { effectiveStatus } from "./consent-projection-status";
import type { createExecute } from "./execute";

/** A runner that was killed has it no longer than this. */
export const LEASE = sql`clock_timestamp() + interval '4 seconds'`;

/** The list that this runner has, as it is now; nobody stops it or takes it while the statement runs. */
export const turnOf = ({ id, runner }: RevocationRun, state: SQL): SQL => sql`
  select id, reason, prepared_by, correlation_id from assent.bulk_revocation
  where id = ${id}::uuid and leased_by = ${runner}::uuid and ${state} for update`;

export interface BegunRow extends Record<string, unknown> {
  readonly id: string;
  readonly consent_id: string;
  readonly client_id: string;
  readonly kind: ConsentKind;
}

export const readBegun = ({ id, consent_id, client_id, kind }: BegunRow): BegunRevocation => ({
  change: asChangeId(id),
  consentId: asConsentId(consent_id),
  clientId: asClientId(client_id),
  kind,
});

interface AnswerRow extends Record<string, unknown> {
  readonly begun: readonly BegunRow[];
  readonly over: number;
  readonly picked: number;
}

/**
 * Records T13 of the next consents of a list in one statement: a change of each, as anybody's would be recorded, with its
 * audit event, and how far the list has come. What somebody else works on at this moment, or is ending, waits for a later
 * batch. Consents are locked before their changes, as everywhere, and in the order of their ids.
 */
export const createBegin =
  (execute: ReturnType<typeof createExecute>, tenant: string) =>
  async (run: RevocationRun, most: number): Promise<BatchBegun> => {
    const [row] = await execute<AnswerRow>(begun(run, most, tenant));
    const { begun: rows = [], over = 0, picked = 0 } = row ?? {};
    return {
      begun: rows.map(readBegun),
      endedBefore: over,
      more: picked === most || rows.length + over < picked,
    };
  };

function begun(run: RevocationRun, most: number, tenant: string): SQL {
  const fresh = () => sql`${sql.param(Array.from({ length: most }, () => uuidv7()))}::uuid[]`;
  const detail = sql`jsonb_build_object('changeId', first.id, 'move', 'terminate', 'reason', turn.reason)`;
  const overtakenDetail = sql`jsonb_build_object('changeId', overtaken.id, 'because', 'spent')`;
  return sql`
    with turn as (${turnOf(run, sql`state = 'running'`)}
    ), picked as (
      select consent_id from assent.bulk_revocation_item
      where set_id = ${run.id}::uuid and state = 'waiting' and exists (select from turn)
      order by consent_id limit ${most}
    ), held as (
      select consent_id, client_id, kind, ${effectiveStatus(sql`consent`)} as status
      from assent.consent_projection as consent where consent_id in (select consent_id from picked)
      order by consent_id for update skip locked
    ), judged as (
      select held.*, status in ('authorised', 'suspended') as live, given.*
      from (select *, row_number() over (order by consent_id) as n from held) as held
        join unnest(${fresh()}, ${fresh()}, ${fresh()})
          with ordinality as given (change_id, audit_id, overtaken_audit_id, n) using (n)
    ), overtaken as (
      update assent.consent_change as change
      set state = 'closed', closed_because = 'spent', ended_at = clock_timestamp()
      from judged
      where change.consent_id = judged.consent_id and judged.live and change.state = 'intended'
        and change.move not in ('stop', 'terminate')
      returning change.*, judged.overtaken_audit_id
    ), overtaken_audited as (
      insert into assent.audit_event (id, tenant, at, type, consent_id, client_id, kind, actor_type, correlation_id, detail)
      select overtaken_audit_id, ${tenant}, clock_timestamp(), 'change-not-accepted', consent_id, client_id, kind,
        'system', overtaken.correlation_id, ${overtakenDetail}
      from overtaken
    ), first as (
      -- Its runner alone sends it; should that come to nothing, whoever settles changes finds it.
      insert into assent.consent_change (id, consent_id, client_id, kind, move, actor_type, actor_ref, reason,
        idempotency_key, correlation_id, sending_until)
      select change_id, consent_id, client_id, judged.kind, 'terminate', 'staff', turn.prepared_by, turn.reason,
        turn.id || ' ' || consent_id, turn.correlation_id, clock_timestamp() + interval '10 minutes'
      from judged cross join turn
      where live and (select count(*) from overtaken) >= 0
      order by consent_id
      on conflict do nothing
      returning id, consent_id, client_id, kind
    ), audited as (
      insert into assent.audit_event (id, tenant, at, type, consent_id, client_id, kind, actor_type, actor_ref,
        correlation_id, detail)
      select judged.audit_id, ${tenant}, clock_timestamp(), 'change-intended', consent_id, first.client_id, first.kind,
        'staff', turn.prepared_by, turn.correlation_id, ${detail}
      from first join judged using (consent_id) cross join turn
    ), over as (
      select consent_id, status from judged where not live
      union all
      select consent_id, null from picked
      where not exists (select from assent.consent_projection as known where known.consent_id = picked.consent_id)
    ), sent as (
      update assent.bulk_revocation_item as item set state = 'sent', change_id = first.id
      from first where item.set_id = ${run.id}::uuid and item.consent_id = first.consent_id
    ), passed as (
      update assent.bulk_revocation_item as item set state = 'ended-before', found = over.status
      from over where item.set_id = ${run.id}::uuid and item.consent_id = over.consent_id
    ), counted as (
      update assent.bulk_revocation as list
      set begun = begun + (select count(*) from first), ended_before = ended_before + (select count(*) from over),
        leased_until = ${LEASE}
      from turn where list.id = turn.id
    )
    select (select coalesce(json_agg(first), '[]') from first) as begun, (select count(*)::int from over) as over,
      (select count(*)::int from picked) as picked`;
}
