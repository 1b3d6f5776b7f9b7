import { type SQL, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import type { AuditEvent } from "~/domain/audit/audit-event";
import type { Visit } from "~/ports/consent-desk";

/** What one kind of event says, without whom and what it is about. */
export type AuditDetail = AuditEvent extends infer Event
  ? Event extends { type: infer Type; detail: infer Detail }
    ? { readonly type: Type; readonly detail: Detail }
    : never
  : never;

export const byCustomer = (visit: Visit): AuditEvent["actor"] => ({ type: "customer", id: visit.customer });
export const bySystem: AuditEvent["actor"] = { type: "system" };

/**
 * The audit event of a change, as one more part of the statement that changes: written once for each row that the change
 * touched, and not at all when it touched none.
 *
 * @param changed the name of the part that changes.
 */
export function audited(visit: Visit, actor: AuditEvent["actor"], event: AuditDetail, changed: SQL): SQL {
  const actorId = actor.type === "customer" ? actor.id : null;
  return sql`audited as (
    insert into assent.audit_event
      (id, type, consent_id, client_id, kind, actor_type, actor_id, correlation_id, detail)
    select ${uuidv7()}::uuid, ${event.type}, ${visit.consentId}, ${visit.clientId}, ${visit.kind}, ${actor.type},
           ${actorId}, ${visit.correlationId}, ${JSON.stringify(event.detail)}::jsonb
    from ${changed}
  )`;
}
