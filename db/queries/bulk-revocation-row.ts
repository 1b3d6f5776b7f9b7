import { sql } from "drizzle-orm";
import type { RevocationReason, RevocationState } from "~/domain/revocation/bulk-revocation";
import { asAccountId, asClientId, asCustomerId, asStaffId } from "~/domain/shared/ids";
import type { BreakdownLine, BulkRevocation } from "~/ports/bulk-revocations";
import { type KeptSearch, shownSearch } from "./bulk-revocation-search";
import { micros } from "./keyset";

export interface RevocationRow extends Record<string, unknown> {
  readonly id: string;
  readonly scope: BulkRevocation["scope"]["by"];
  readonly of: string | null;
  readonly search: KeptSearch | null;
  /** The first whom a search is for. */
  readonly whose: string | null;
  readonly reason: RevocationReason;
  readonly state: RevocationState;
  readonly prepared_by: string;
  /** Microseconds since 1970. */
  readonly prepared: string;
  readonly set_hash: string | null;
  readonly customers: number | null;
  readonly breakdown: readonly BreakdownLine[] | null;
  readonly approval_id: string | null;
  /** Milliseconds since 1970, as is the next one. */
  readonly started_ms: string | null;
  readonly ended_ms: string | null;
  readonly ran_ms: string | null;
  readonly stop_asked_by: string | null;
  readonly count: number;
  readonly begun: number;
  readonly revoked: number;
  readonly ended_before: number;
  readonly not_revoked: number;
  readonly authority_away: boolean;
  readonly correlation_id: string;
}

export const REVOCATION_COLUMNS = sql`id, scope, reason, state, prepared_by, ${micros(sql`prepared_at`)} as prepared, set_hash,
  customers, breakdown, approval_id, extract(epoch from started_at) * 1000 as started_ms,
  extract(epoch from ended_at) * 1000 as ended_ms,
  extract(epoch from coalesce(ended_at, clock_timestamp()) - started_at) * 1000 as ran_ms, stop_asked_by, count, begun,
  revoked, ended_before, not_revoked, authority_away, correlation_id, search, case scope when 'customer'
    then (select customer_id from assent.customer_key where ref = customer_ref) else scope_of end as of,
  (select customer_id from assent.customer_key where ref = (search -> 'customers' ->> 0)::uuid) as whose`;

export function readRevocation(row: RevocationRow): BulkRevocation {
  return {
    id: row.id,
    scope: scopeOf(row),
    reason: row.reason,
    state: row.state,
    preparedBy: asStaffId(row.prepared_by),
    preparedAt: new Date(Number(row.prepared) / 1_000),
    ...(row.set_hash !== null && { setHash: row.set_hash }),
    ...(row.customers !== null && { customers: row.customers }),
    breakdown: (row.breakdown ?? []).map(({ clientName, ...line }) => ({ ...line, ...(clientName && { clientName }) })),
    ...(row.approval_id !== null && { approvalId: row.approval_id }),
    ...(row.started_ms !== null && { startedAt: new Date(Number(row.started_ms)) }),
    ...(row.ended_ms !== null && { endedAt: new Date(Number(row.ended_ms)) }),
    ...(row.stop_asked_by !== null && { stopAskedBy: asStaffId(row.stop_asked_by) }),
    ranForMs: Number(row.ran_ms ?? 0),
    count: row.count,
    begun: row.begun,
    revoked: row.revoked,
    endedBefore: row.ended_before,
    notRevoked: row.not_revoked,
    authorityAway: row.authority_away,
    correlationId: row.correlation_id,
  };
}

function scopeOf({ scope, of, search, whose }: RevocationRow): BulkRevocation["scope"] {
  switch (scope) {
    case "customer":
      return { by: scope, customer: of === null ? undefined : asCustomerId(of) };
    case "tpp":
      return { by: scope, client: asClientId(of ?? "") };
    case "account":
      return { by: scope, account: of ? asAccountId(of) : undefined };
    case "search":
      if (!search) throw new Error("a search without what it is for");
      return shownSearch(search, of, whose);
    case "rest":
      return { by: scope, of: of ?? "" };
  }
}
