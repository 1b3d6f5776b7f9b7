import { asClientId, asConsentId } from "~/domain/shared/ids";
import type { AuditLine } from "~/ports/audit-search";

/** An event as lists show it. */
export interface LineRow extends Record<string, unknown> {
  readonly id: string;
  readonly at_micros: string;
  readonly type: string;
  readonly consent_id: string | null;
  readonly client_id: string | null;
  readonly actor_type: string;
  readonly actor_ref: string | null;
  readonly seq: string | null;
}

export const lineOf = (row: LineRow): AuditLine => ({
  id: row.id,
  at: new Date(Number(row.at_micros) / 1_000),
  type: row.type,
  actorType: row.actor_type,
  ...(row.consent_id !== null && { consentId: asConsentId(row.consent_id) }),
  ...(row.client_id !== null && { clientId: asClientId(row.client_id) }),
  ...(row.actor_ref !== null && { actorRef: row.actor_ref }),
  ...(row.seq !== null && { seq: row.seq }),
});
