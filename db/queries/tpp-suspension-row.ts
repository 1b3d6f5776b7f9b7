import { sql } from "drizzle-orm";
import type { SuspensionScope } from "~/domain/approvals/act";
import { asClientId, asStaffId } from "~/domain/shared/ids";
import type { Suspension } from "~/domain/tpp/suspension";
import { ms } from "./registered-consent-row";

export interface SuspensionRow extends Record<string, unknown> {
  readonly id: string;
  readonly client_id: string;
  readonly scope: SuspensionScope;
  readonly reason: string;
  /** Milliseconds since 1970, as all that end so. */
  readonly from_ms: string;
  readonly until_ms: string | null;
  readonly asked_by: string;
  readonly approval_id: string;
  readonly lifted_ms: string | null;
  readonly lifted_because: "time" | "staff" | null;
}

export const SUSPENSION = sql`id, client_id, scope, reason, ${ms(sql`from_at`)} as from_ms,
  ${ms(sql`until_at`)} as until_ms, asked_by, approval_id, ${ms(sql`lifted_at`)} as lifted_ms, lifted_because`;

/** At this moment, by the database's clock. `now()`, so that an index can be asked. */
export const HOLDS = sql`lifted_at is null and from_at <= now() and (until_at is null or until_at > now())`;

export const suspensionOf = (row: SuspensionRow): Suspension => ({
  id: row.id,
  clientId: asClientId(row.client_id),
  scope: row.scope,
  reason: row.reason,
  from: new Date(Number(row.from_ms)),
  ...(row.until_ms !== null && { until: new Date(Number(row.until_ms)) }),
  askedBy: asStaffId(row.asked_by),
  approvalId: row.approval_id,
  ...(row.lifted_ms !== null &&
    row.lifted_because !== null && { lifted: { at: new Date(Number(row.lifted_ms)), because: row.lifted_because } }),
});
