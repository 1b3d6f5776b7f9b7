import type { AuditRow } from "~/domain/audit/chain";

/**
 * The columns of `assent.audit_event as event` as the chain wants them. Text of our own making wherever PostgreSQL's
 * depends on settings: an instant is printed in the session's time zone and style.
 */
export const AUDIT_ROW_COLUMNS = `
  event.id::text as "id", event.tenant as "tenant", extract(epoch from event.at)::text as "at", event.type as "type",
  event.consent_id as "consentId", event.client_id as "clientId", event.kind as "kind",
  event.actor_type as "actorType", event.actor_ref as "actorRef", event.customer_ref::text as "customerRef",
  event.correlation_id as "correlationId", event.detail::text as "detail", event.personal as "personal"`;

export type AuditRowColumns = AuditRow & Record<string, unknown>;
