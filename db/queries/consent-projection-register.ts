import { type SQL, sql } from "drizzle-orm";
import type { ActorType } from "~/domain/audit/actor";
import { asDecisionId } from "~/domain/shared/ids";
import type { ConsentRegister, ConsentVersion, Viewer } from "~/ports/consent-register";
import type { Database } from "../client.server";
import { createConnectionOf } from "./consent-connection";
import { effectiveStatus } from "./consent-projection-status";
import { createExecute } from "./execute";
import { createKnownApps } from "./known-apps";
import { at, type ConsentRow, consentColumns, consentOf, ms } from "./registered-consent-row";

interface VersionRow extends Record<string, unknown> {
  readonly version: number;
  readonly at_ms: string;
  readonly move: ConsentVersion["move"];
  readonly from_status: ConsentVersion["to"] | null;
  readonly to_status: ConsentVersion["to"];
  readonly actor_type: ActorType;
  readonly reason: ConsentVersion["reason"];
  readonly source: ConsentVersion["source"];
  readonly decision_id: string | null;
  readonly difference: ConsentVersion["difference"];
}

const seenBy = (viewer: Viewer): SQL => (viewer === "bank" ? sql`true` : sql`consent.customer_id = ${viewer.customer}`);

/** Our picture of the consents in PostgreSQL, to be looked at. */
export function createConsentRegister(db: Database): ConsentRegister {
  const execute = createExecute(db);
  return {
    async find(id, viewer) {
      const [row] = await execute<ConsentRow>(sql`
        select ${consentColumns} from assent.consent_projection as consent
        where consent.consent_id = ${id} and ${seenBy(viewer)}`);
      return row && consentOf(row);
    },

    async findMany(ids, viewer) {
      const rows = await execute<ConsentRow>(sql`
        select ${consentColumns} from assent.consent_projection as consent
        where consent.consent_id = any(${sql.param([...ids])}::text[]) and ${seenBy(viewer)}`);
      return rows.map(consentOf);
    },

    async liveOf(customer, client) {
      const ofClient = client === undefined ? sql`true` : sql`client_id = ${client}`;
      const rows = await execute<ConsentRow>(sql`
        select ${consentColumns} from assent.consent_projection as consent
        where customer_id = ${customer} and ${ofClient} and ${effectiveStatus(sql`consent`)} in ('authorised', 'suspended')
        order by created_at desc, consent_id desc`);
      return rows.map(consentOf);
    },

    async versionsOf(id, viewer) {
      const rows = await execute<VersionRow>(sql`
        select version.*, ${ms(sql`version.at`)} as at_ms
        from assent.consent_version_projection as version join assent.consent_projection as consent using (consent_id)
        where consent_id = ${id} and ${seenBy(viewer)} order by version.version`);
      return rows.map(versionOf);
    },

    async ofCustomer(customer, { size, after }) {
      const position = after
        ? sql`and (created_at, consent_id) < (
            select created_at, consent_id from assent.consent_projection
            where consent_id = ${after} and customer_id = ${customer})`
        : sql``;
      const rows = await execute<ConsentRow>(sql`
        select ${consentColumns} from assent.consent_projection as consent
        where customer_id = ${customer} ${position} order by created_at desc, consent_id desc limit ${size}`);
      return rows.map(consentOf);
    },

    connectionOf: createConnectionOf(execute),
    knownApps: createKnownApps(execute),

    async drift() {
      const lastDay = sql`found_at > clock_timestamp() - interval '1 day'`;
      const [row] = await execute<
        Record<"open" | "disputed" | "found" | "unlawful" | "waiting" | "waited", number> & { walked: number | null }
      >(sql`
        select
          (select count(*) from assent.drift_finding where repaired_at is null)::int as open,
          (select count(*) from assent.drift_finding where repaired_at is null and about = 'customer')::int as disputed,
          (select count(*) from assent.drift_finding where ${lastDay})::int as found,
          (select count(*) from assent.drift_finding where ${lastDay} and not lawful)::int as unlawful,
          (select count(*) from assent.authority_event_inbox where applied_at is null)::int as waiting,
          (select coalesce(extract(epoch from clock_timestamp() - min(received_at)), 0)
            from assent.authority_event_inbox where applied_at is null)::float8 as waited,
          (select extract(epoch from clock_timestamp() - max(round_ended_at)) from assent.reconcile_walk)::float8 as walked`);
      return {
        open: row?.open ?? 0,
        disputed: row?.disputed ?? 0,
        foundLastDay: row?.found ?? 0,
        unlawfulLastDay: row?.unlawful ?? 0,
        waiting: row?.waiting ?? 0,
        waitingSeconds: row?.waited ?? 0,
        walkedAgo: row?.walked ?? undefined,
      };
    },
  };
}

const versionOf = (row: VersionRow): ConsentVersion => ({
  version: row.version,
  at: at(row.at_ms),
  move: row.move,
  ...(row.from_status !== null && { from: row.from_status }),
  to: row.to_status,
  by: row.actor_type,
  reason: row.reason,
  source: row.source,
  ...(row.decision_id !== null && { decisionId: asDecisionId(row.decision_id) }),
  difference: row.difference,
});
