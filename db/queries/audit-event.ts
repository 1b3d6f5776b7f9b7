import { type SQL, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import type { ActorType } from "~/domain/audit/actor";
import type { AuditEvent } from "~/domain/audit/audit-event";
import type { ConsentKind } from "~/domain/consent-kinds/index";
import type { ClientId, ConsentId } from "~/domain/shared/ids";
import type { CustomerCipher } from "~/ports/customer-vault";

/** What an event is about, and the one id that runs from page to authorization server to event. */
export interface About {
  readonly tenant: string;
  readonly consentId?: ConsentId;
  readonly clientId?: ClientId;
  readonly kind?: ConsentKind;
  readonly correlationId: string;
}

/** Who did it, as it is written down: a customer by pseudonym. */
export interface WrittenActor {
  readonly type: ActorType;
  readonly ref: string | null;
}

export const BY_SYSTEM: WrittenActor = { type: "system", ref: null };
export const byCustomer = ({ ref }: CustomerCipher): WrittenActor => ({ type: "customer", ref });

/**
 * The audit event of a change, as one more part of the statement that changes: written once for each row that the change
 * touched, and not at all when it touched none.
 *
 * @param changed the name of the part that changes.
 * @param cipher of the customer whose `personal` it is.
 */
export function audited(
  about: About,
  actor: WrittenActor,
  event: AuditEvent,
  changed: SQL,
  { cipher, name = sql`audited` }: { readonly cipher?: CustomerCipher; readonly name?: SQL } = {},
): SQL {
  const personal = "personal" in event && event.personal && cipher ? cipher.seal(event.personal) : null;
  const written = writtenAs(about, actor, event.type, sql`${JSON.stringify(event.detail)}::jsonb`, changed, {
    customerRef: cipher?.ref ?? null,
    personal,
  });
  return sql`${name} as (${written})`;
}

/** As {@link audited}, for a detail that only the statement itself knows. */
export function writtenAs(
  { tenant, consentId = null, clientId = null, kind = null, correlationId }: NullableAbout,
  actor: WrittenActor,
  type: AuditEvent["type"],
  detail: SQL,
  changed: SQL,
  sealed: { readonly customerRef: string | null; readonly personal: string | null } = NOTHING_PERSONAL,
): SQL {
  return sql`
    insert into assent.audit_event (id, tenant, at, type, consent_id, client_id, kind, actor_type, actor_ref,
      customer_ref, correlation_id, detail, personal)
    select ${uuidv7()}::uuid, ${tenant}, clock_timestamp(), ${type}, ${consentId}, ${clientId}, ${kind}, ${actor.type},
      ${actor.ref}, ${sealed.customerRef}::uuid, ${correlationId}, ${detail}, ${sealed.personal}
    from ${changed}`;
}

type NullableAbout = { readonly [Key in keyof About]: About[Key] | null } & Pick<About, "tenant" | "correlationId">;

const NOTHING_PERSONAL = { customerRef: null, personal: null };
