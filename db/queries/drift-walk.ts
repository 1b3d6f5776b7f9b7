import { sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { AS_FOUND, type ConsentStatus, isLive } from "~/domain/consent/lifecycle";
import type { ConsentId } from "~/domain/shared/ids";
import type { ConsentReference } from "~/ports/authorization-server";
import type { DatabaseInstant } from "~/ports/consent-register-upkeep";
import type { ConsentWalk } from "~/ports/consent-walk";
import type { Database } from "../client.server";
import { BY_SYSTEM } from "./audit-event";
import { consentMoved } from "./consent-move";
import { underWay } from "./consent-projection-row";
import { effectiveStatus } from "./consent-projection-status";
import { createExecute } from "./execute";

const NAME = "all-consents";
const OPEN_BY_NOW = sql`${effectiveStatus(sql`consent`)} in
  ('awaiting-upload', 'pending', 'partially-authorised', 'authorised', 'suspended')`;

/** The walk through the authorization server's consents, kept in PostgreSQL so that it goes on where it was. */
export function createConsentWalk(db: Database, tenant: string): ConsentWalk {
  const execute = createExecute(db);
  return {
    // Longer than a round of pages takes; a walker that was killed holds it up for no longer.
    async take() {
      const [row] = await execute<{ after: ConsentId | null; round_started: DatabaseInstant }>(sql`
        insert into assent.reconcile_walk as walk (name, round_started_at, leased_until)
        values (${NAME}, clock_timestamp(), clock_timestamp() + interval '60 seconds')
        on conflict (name) do update set
          leased_until = excluded.leased_until,
          round_started_at = case when walk.after is null then excluded.round_started_at else walk.round_started_at end,
          seen = case when walk.after is null then 0 else walk.seen end
        where walk.leased_until is null or walk.leased_until < clock_timestamp()
        returning after, round_started_at::text as round_started`);
      return row && { roundStarted: row.round_started, ...(row.after !== null && { after: row.after }) };
    },

    async put(seen, after) {
      await execute(sql`
        update assent.reconcile_walk set after = ${after ?? null}, seen = seen + ${seen}, leased_until = null
        where name = ${NAME}`);
    },

    async end(seen) {
      await execute(sql`
        with ended as (
          update assent.drift_finding as finding set repaired_at = clock_timestamp()
          where finding.repaired_at is null and finding.about = 'state' and not exists (
            select from assent.consent_projection as consent
            where consent.consent_id = finding.consent_id and ${OPEN_BY_NOW})
        )
        update assent.reconcile_walk
        set after = null, seen = seen + ${seen}, leased_until = null, round_ended_at = clock_timestamp()
        where name = ${NAME}`);
    },

    async missed(roundStarted, limit) {
      const rows = await execute<{
        id: ConsentId;
        client_id: ConsentReference["clientId"];
        kind: ConsentReference["kind"];
      }>(sql`
        select consent.consent_id as id, consent.client_id, consent.kind
        from assent.consent_projection as consent left join assent.drift_finding as finding
          on finding.consent_id = consent.consent_id and finding.about = 'state' and finding.repaired_at is null
        where ${OPEN_BY_NOW} and consent.changed_at < ${roundStarted}::timestamptz
          and (consent.confirmed_at is null or consent.confirmed_at < ${roundStarted}::timestamptz)
        order by finding.found_at nulls first, consent.changed_at limit ${limit}`);
      return rows.map(({ id, client_id: clientId, kind }) => ({ id, clientId, kind }));
    },

    async report(id) {
      await execute(sql`
        insert into assent.drift_finding (id, consent_id, found_at, ours, lawful)
        select ${uuidv7()}::uuid, consent_id, clock_timestamp(),
          jsonb_build_object('status', status, 'version', version, 'revision', authority_revision), false
        from assent.consent_projection where consent_id = ${id}
        on conflict do nothing`);
      const [row] = await execute<{ open: number }>(
        sql`select count(*)::int as open from assent.drift_finding where about = 'state' and repaired_at is null`,
      );
      return row?.open ?? 0;
    },

    async close(consent, { since, correlationId }) {
      const [row] = await execute<{ status: ConsentStatus; version: number; busy: boolean }>(sql`
        select status, version, ${underWay(consent.id)} as busy from assent.consent_projection as consent
        where consent_id = ${consent.id} and changed_at < ${since}::timestamptz and ${OPEN_BY_NOW}`);
      if (!row || row.busy) return false;
      const closed = await execute(sql`
        with ${consentMoved({
          tenant,
          consentId: consent.id,
          clientId: consent.clientId,
          kind: consent.kind,
          ...(isLive(row.status) ? { move: "terminate", to: "terminated" } : { move: "fail", to: "rejected" }),
          actor: BY_SYSTEM,
          reason: AS_FOUND,
          source: "reconcile",
          correlationId,
          after: row.version,
        })}, repaired as (
          update assent.drift_finding as finding set repaired_at = clock_timestamp()
          from moved where finding.consent_id = moved.consent_id and finding.about = 'state' and finding.repaired_at is null
        )
        select version from moved`);
      return closed.length === 1;
    },
  };
}
