import { type SQL, sql } from "drizzle-orm";
import type { ActorType } from "~/domain/audit/actor";
import { asClientId, asConsentId, asCustomerId, asDecisionId } from "~/domain/shared/ids";
import type { ConsentRegister, ConsentVersion, RegisteredConsent, Viewer } from "~/ports/consent-register";
import type { Database } from "../client.server";
import { createConnectionOf } from "./consent-connection";
import { effectiveStatus, isOver } from "./consent-projection-status";
import { createExecute } from "./execute";
import { createKnownApps } from "./known-apps";

interface ConsentRow extends Record<string, unknown> {
  readonly consent_id: string;
  readonly client_id: string;
  readonly client_name: string | null;
  readonly kind: RegisteredConsent["kind"];
  readonly customer_id: string | null;
  readonly status: RegisteredConsent["status"];
  readonly reason: RegisteredConsent["reason"];
  readonly suspended_by: ActorType | null;
  readonly version: number;
  readonly account_ids: readonly string[];
  readonly permissions: readonly string[] | null;
  readonly created: string;
  readonly changed: string;
  readonly expires: string | null;
  readonly confirmed: string | null;
}

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

const CONSENT = sql`consent`;
const ms = (column: SQL): SQL => sql`extract(epoch from ${column}) * 1000`;

/** Past its end a consent reads as the job will write it. */
const COLUMNS = sql`
  consent.consent_id, client_id, client_name, kind, customer_id, ${effectiveStatus(CONSENT)} as status,
  case when ${isOver(CONSENT)} then 'end-date' else reason end as reason,
  case when not ${isOver(CONSENT)} then suspended_by end as suspended_by, version, account_ids, permissions,
  ${ms(sql`created_at`)} as created, ${ms(sql`changed_at`)} as changed, ${ms(sql`expires_at`)} as expires,
  ${ms(sql`confirmed_at`)} as confirmed`;

const seenBy = (viewer: Viewer): SQL => (viewer === "bank" ? sql`true` : sql`consent.customer_id = ${viewer.customer}`);

/** Our picture of the consents in PostgreSQL, to be looked at. */
export function createConsentRegister(db: Database): ConsentRegister {
  const execute = createExecute(db);
  return {
    async find(id, viewer) {
      const [row] = await execute<ConsentRow>(sql`
        select ${COLUMNS} from assent.consent_projection as consent
        where consent.consent_id = ${id} and ${seenBy(viewer)}`);
      return row && consentOf(row);
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
        select ${COLUMNS} from assent.consent_projection as consent
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

const at = (value: string): Date => new Date(Number(value));

const consentOf = (row: ConsentRow): RegisteredConsent => ({
  id: asConsentId(row.consent_id),
  clientId: asClientId(row.client_id),
  ...(row.client_name !== null && { clientName: row.client_name }),
  kind: row.kind,
  ...(row.customer_id !== null && { customer: asCustomerId(row.customer_id) }),
  status: row.status,
  reason: row.reason,
  ...(row.suspended_by !== null && { suspendedBy: row.suspended_by }),
  version: row.version,
  accountIds: row.account_ids,
  ...(row.permissions !== null && { permissions: row.permissions }),
  createdAt: at(row.created),
  changedAt: at(row.changed),
  ...(row.expires !== null && { expiresAt: at(row.expires) }),
  ...(row.confirmed !== null && { confirmedAt: at(row.confirmed) }),
});

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
