import { sql } from "drizzle-orm";
import type { RevocationReason } from "~/domain/revocation/bulk-revocation";
import type { RevocationRuns } from "~/ports/revocation-runs";
import type { Database } from "../client.server";
import { BY_SYSTEM, writtenAs } from "./audit-event";
import { type BegunRow, createBegin, LEASE, readBegun, turnOf } from "./bulk-revocation-begin";
import { finished } from "./bulk-revocation-finish";
import { createExecute } from "./execute";

interface RunRow extends Record<string, unknown> {
  readonly id: string;
  readonly reason: RevocationReason;
  readonly correlation_id: string;
  readonly seconds: number;
}

/** The running of approved lists in PostgreSQL. */
export function createRevocationRuns(db: Database, tenant: string): RevocationRuns {
  const execute = createExecute(db);
  return {
    async claim(runner) {
      const [row] = await execute<RunRow>(sql`
        update assent.bulk_revocation set leased_by = ${runner}::uuid, leased_until = ${LEASE}
        where id = (
          select id from assent.bulk_revocation
          where state in ('running', 'stopping') and (leased_until is null or leased_until < clock_timestamp())
          order by prepared_at limit 1 for update skip locked)
        returning id, reason, correlation_id, extract(epoch from clock_timestamp() - started_at)::int as seconds`);
      return (
        row && {
          id: row.id,
          runner,
          reason: row.reason,
          correlationId: row.correlation_id,
          startedSecondsAgo: row.seconds,
        }
      );
    },

    async hold({ id, runner }) {
      const held = await execute(sql`update assent.bulk_revocation set leased_until = ${LEASE}
        where id = ${id}::uuid and leased_by = ${runner}::uuid returning id`);
      return held.length === 1;
    },

    begin: createBegin(execute, tenant),

    // Whoever settles changes may have been first, long after.
    async unfinished(run, most) {
      const rows = await execute<BegunRow>(sql`
        with turn as (${turnOf(run, sql`state in ('running', 'stopping')`)}
        ), sent as (
          select item.consent_id, change.id, change.client_id, change.kind, change.state
          from assent.bulk_revocation_item as item join assent.consent_change as change on change.id = item.change_id
          where item.set_id = ${run.id}::uuid and item.state = 'sent' and exists (select from turn)
          order by item.consent_id limit ${most}
        ), noted as (
          update assent.bulk_revocation_item as item
          set state = case sent.state when 'settled' then 'revoked' else 'not-revoked' end
          from sent where item.set_id = ${run.id}::uuid and item.consent_id = sent.consent_id and sent.state <> 'intended'
          returning item.state
        ), counted as (
          update assent.bulk_revocation as list
          set revoked = revoked + (select count(*) from noted where state = 'revoked'),
            not_revoked = not_revoked + (select count(*) from noted where state = 'not-revoked'), leased_until = ${LEASE}
          from turn where list.id = turn.id
        )
        select id, consent_id, client_id, kind from sent where state = 'intended'`);
      return rows.map(readBegun);
    },

    async finish(run, results) {
      await execute(finished(run, results, tenant));
    },

    async authority({ id, runner }, away) {
      await execute(sql`update assent.bulk_revocation set authority_away = ${away}
        where id = ${id}::uuid and leased_by = ${runner}::uuid and authority_away <> ${away}`);
    },

    async end(run) {
      const detail = sql`jsonb_build_object('revocationId', over.id, 'count', over.count, 'revoked', over.revoked,
        'endedBefore', over.ended_before, 'notRevoked', over.not_revoked)`;
      const about = { tenant, correlationId: run.correlationId };
      const ended = await execute(sql`
        with over as (
          update assent.bulk_revocation
          set state = case state when 'stopping' then 'stopped' else 'done' end, ended_at = clock_timestamp()
          where id = ${run.id}::uuid and leased_by = ${run.runner}::uuid and state in ('running', 'stopping')
            and not exists (
              select from assent.bulk_revocation_item as item where item.set_id = ${run.id}::uuid and (
                item.state = 'sent' or item.state = 'waiting' and bulk_revocation.state = 'running'))
          returning *
        ), audited as (${writtenAs(about, BY_SYSTEM, "revocation-ended", detail, sql`over`)})
        select id from over`);
      return ended.length === 1;
    },

    async release({ id, runner }) {
      await execute(sql`update assent.bulk_revocation set leased_until = null
        where id = ${id}::uuid and leased_by = ${runner}::uuid`);
    },
  };
}
