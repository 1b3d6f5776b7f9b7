import { sql } from "drizzle-orm";
import type { Changer } from "~/domain/consent/change";
import type { ConsentKind } from "~/domain/consent-kinds/index";
import { asChangeId, type ClientId, type ConsentId } from "~/domain/shared/ids";
import type { RecordedChange } from "~/ports/consent-changes";

export interface ChangeRow extends Record<string, unknown> {
  readonly id: string;
  readonly consent_id: ConsentId;
  readonly client_id: ClientId;
  readonly kind: ConsentKind;
  readonly move: RecordedChange["move"];
  readonly reason: RecordedChange["reason"];
  readonly actor_type: Changer["type"];
  readonly actor_ref: string;
  readonly correlation_id: string;
  readonly state: RecordedChange["state"];
  readonly closed_because: RecordedChange["closedBecause"] | null;
  readonly account_id: string | null;
  /** Milliseconds since 1970, as are the next two. */
  readonly paused_until_ms: string | null;
  readonly over_pause: boolean;
  readonly intended_ms: string;
  readonly ended_ms: string | null;
}

export const COLUMNS = sql`id, consent_id, client_id, kind, move, reason, actor_type, actor_ref, correlation_id, state,
  closed_because, account_id, over_pause, extract(epoch from paused_until) * 1000 as paused_until_ms,
  extract(epoch from intended_at) * 1000 as intended_ms, extract(epoch from ended_at) * 1000 as ended_ms`;

export function readChange(row: ChangeRow): RecordedChange {
  return {
    id: asChangeId(row.id),
    consentId: row.consent_id,
    clientId: row.client_id,
    kind: row.kind,
    move: row.move,
    reason: row.reason,
    actor: { type: row.actor_type, ref: row.actor_ref },
    correlationId: row.correlation_id,
    ...(row.account_id !== null && { accountId: row.account_id }),
    ...(row.paused_until_ms !== null && { pausedUntil: new Date(Number(row.paused_until_ms)) }),
    ...(row.over_pause && { overPause: true }),
    intendedAt: new Date(Number(row.intended_ms)),
    ...(row.ended_ms !== null && { endedAt: new Date(Number(row.ended_ms)) }),
    state: row.state,
    ...(row.closed_because && { closedBecause: row.closed_because }),
  };
}
