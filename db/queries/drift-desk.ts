import { type SQL, sql } from "drizzle-orm";
import type { ConsentStatus } from "~/domain/consent/lifecycle";
import type { ConsentKind } from "~/domain/consent-kinds/index";
import { COUNTED_TO } from "~/domain/shared/counted";
import { asClientId, asConsentId } from "~/domain/shared/ids";
import type { DriftDesk, DriftFinding, DriftPage, DriftPlace } from "~/ports/drift-desk";
import type { Database } from "../client.server";
import { audited } from "./audit-event";
import { createTakeOverCustomer } from "./customer-dispute";
import { createExecute } from "./execute";
import { byStaff } from "./staff-desk";

interface FindingRow extends Record<string, unknown> {
  readonly id: string;
  readonly consent_id: string;
  readonly about: DriftFinding["about"];
  readonly found_ms: string;
  readonly is_open: boolean;
  readonly client_id: string | null;
  readonly kind: ConsentKind | null;
  readonly status: ConsentStatus | null;
  readonly version: number | null;
  readonly theirs: string | null;
}

const COLUMNS = sql`
  finding.id, finding.consent_id, finding.about, (extract(epoch from finding.found_at) * 1000)::bigint::text as found_ms,
  finding.repaired_at is null as is_open, consent.client_id, consent.kind, consent.status, consent.version,
  finding.theirs ->> 'status' as theirs`;
const FROM = sql`from finding left join assent.consent_projection as consent on consent.consent_id = finding.consent_id`;

/** Findings in PostgreSQL. */
export function createDriftDesk(db: Database, tenant: string): DriftDesk {
  const execute = createExecute(db);
  const takeOver = createTakeOverCustomer(db, tenant);
  return {
    async open(size, place) {
      // In the order of the index of what is open, which holds nothing else.
      const forwards = place?.side !== "before";
      const order = forwards ? sql`consent_id, about` : sql`consent_id desc, about desc`;
      const beyond: SQL = place
        ? sql`and (consent_id, about) ${forwards ? sql`>` : sql`<`} (${place.consentId}, ${place.about})`
        : sql``;
      const rows = await execute<FindingRow>(sql`
        with finding as (
          select * from assent.drift_finding where repaired_at is null ${beyond} order by ${order} limit ${size + 1})
        select ${COLUMNS} ${FROM} order by finding.consent_id ${forwards ? sql`` : sql`desc`},
          finding.about ${forwards ? sql`` : sql`desc`}`);
      return pageOf(rows.map(findingOf), place, size);
    },
    async find(id) {
      const [row] = await execute<FindingRow>(sql`
        with finding as (select * from assent.drift_finding where id = ${id}::uuid) select ${COLUMNS} ${FROM}`);
      return row && findingOf(row);
    },
    async standing() {
      const [row] = await execute<{
        open: number;
        disputed: number;
        seen: string | null;
        started_ms: string | null;
        ended_ms: string | null;
      }>(sql`
        select (select count(*)::int from (
            select from assent.drift_finding where repaired_at is null limit ${COUNTED_TO}) as few) as open,
          (select count(*)::int from (
            select from assent.drift_finding where repaired_at is null and about = 'customer' limit ${COUNTED_TO}) as few
          ) as disputed,
          walk.seen::text, (extract(epoch from walk.round_started_at) * 1000)::bigint::text as started_ms,
          (extract(epoch from walk.round_ended_at) * 1000)::bigint::text as ended_ms
        from (select 1) as one left join assent.reconcile_walk as walk on walk.name = 'all-consents'`);
      const { open = 0, disputed = 0, seen = null, started_ms = null, ended_ms = null } = row ?? {};
      return {
        open,
        disputed,
        ...(seen !== null && {
          walk: {
            seen: Number(seen),
            ...(started_ms !== null && { startedAt: new Date(Number(started_ms)) }),
            ...(ended_ms !== null && { endedAt: new Date(Number(ended_ms)) }),
          },
        }),
      };
    },
    takeOverCustomer: (consent, { staff, correlationId }) => takeOver(consent, staff, correlationId),
    async repaired({ consent }, repair, authority, { staff, correlationId }) {
      const about = { tenant, consentId: consent.id, clientId: consent.clientId, kind: consent.kind, correlationId };
      const event = { type: "drift-repaired", detail: { repair, authority } } as const;
      await execute(sql`with ${audited(about, byStaff(staff), event, sql`(select 1) as once`)} select 1`);
    },
  };
}

const findingOf = (row: FindingRow): DriftFinding => ({
  id: row.id,
  consent: {
    id: asConsentId(row.consent_id),
    clientId: asClientId(row.client_id ?? ""),
    kind: row.kind ?? "account-access",
  },
  about: row.about,
  foundAt: new Date(Number(row.found_ms)),
  isOpen: row.is_open,
  ...(row.status !== null && { status: row.status }),
  ...(row.version !== null && { version: row.version }),
  ...(row.theirs !== null && { theirs: row.theirs }),
});

function pageOf(found: readonly DriftFinding[], place: DriftPlace | undefined, size: number): DriftPage {
  const back = place?.side === "before";
  const isMore = found.length > size;
  const kept = found.slice(0, size);
  const rows = back ? kept.reverse() : kept;
  const [first, last] = [rows[0], rows.at(-1)];
  const at = (side: DriftPlace["side"], { consent, about }: DriftFinding): DriftPlace => ({
    side,
    consentId: consent.id,
    about,
  });
  return {
    rows,
    ...((back ? isMore : place) && first && { newer: at("before", first) }),
    ...((back || isMore) && last && { older: at("after", last) }),
  };
}
