import { type SQL, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import type { MoveSource } from "~/domain/audit/audit-event";
import { type AsFound, type ConsentStatus, MOVES, type Move, type MoveReason } from "~/domain/consent/lifecycle";
import type { ConsentKind } from "~/domain/consent-kinds/index";
import type { ClientId, ConsentId, CustomerId, DecisionId } from "~/domain/shared/ids";
import { type WrittenActor, writtenAs } from "./audit-event";
import { customerKept } from "./consent-projection-row";

export interface ConsentMove {
  readonly tenant: string;
  readonly consentId: ConsentId;
  readonly clientId: ClientId;
  readonly kind: ConsentKind;
  readonly move: Move;
  readonly to: ConsentStatus;
  /** Who did it, and who the recipients of the news are told did it. */
  readonly actor: WrittenActor;
  readonly reason: MoveReason | AsFound;
  readonly source: MoveSource;
  readonly correlationId: string;
  readonly decisionId?: DecisionId;
  /** The very version that it moves on from, known under a lock; absent, every state from which the move leads will do. */
  readonly after?: number;
  /** What the move also sets; absent leaves it as it is. */
  readonly set?: {
    readonly customerId?: CustomerId;
    readonly accountIds?: readonly string[];
    /** One that leaves those that it has. */
    readonly withoutAccount?: string;
    readonly expiresAt?: Date;
    readonly authorityRevision?: number;
    /** The bank's hold over the customer's pause, or that pause again. */
    readonly over?: "held" | "paused";
  };
}

/**
 * One lawful move of a consent, as parts of a statement: our picture of the consent, its new version, the audit event,
 * and the event for everyone who is to hear of it. None of them without the others, and nothing at all when the consent
 * is not in a state from which this move leads: then somebody else has told us before.
 *
 * @param given the name of a part that must have touched a row for the move to happen.
 * @returns parts named `moving`, `moved`, `versioned`, `move_audited`, `queued`; `moved` holds the projection's new row.
 */
export function consentMoved(the: ConsentMove, given?: SQL): SQL {
  const { set = {} } = the;
  const from = the.after === undefined ? leadsFrom(the) : sql`version = ${the.after}`;
  const detail = sql`jsonb_build_object('move', ${the.move}::text, 'from', moving.status, 'to', moved.status,
    'version', moved.version, 'reason', ${the.reason}::text, 'source', ${the.source}::text)
    || ${JSON.stringify(the.decisionId ? { decisionId: the.decisionId } : {})}::jsonb`;
  return sql`
    moving as (
      select * from assent.consent_projection
      where consent_id = ${the.consentId} and ${from}
        ${given ? sql`and exists (select from ${given})` : sql``}
      for update
    ), moved as (
      update assent.consent_projection as consent
      set status = ${the.to}, reason = ${set.over === "paused" ? PAUSED : the.reason}, version = consent.version + 1, changed_at = clock_timestamp(),
        suspended_by = ${the.to === "suspended" ? suspendedBy(the) : sql`null`},
        pause_beneath = ${the.to === "suspended" && !set.over ? sql`consent.pause_beneath` : set.over === "held"},
        customer_id = ${customerKept(sql`moving`, sql`${set.customerId ?? null}::text`)},
        account_ids = array_remove(
          coalesce(${set.accountIds ? sql.param([...set.accountIds]) : null}::text[], consent.account_ids),
          ${set.withoutAccount ?? null}::text),
        expires_at = coalesce(${set.expiresAt?.toISOString() ?? null}::timestamptz, consent.expires_at),
        authority_revision = coalesce(${set.authorityRevision ?? null}::int, consent.authority_revision),
        confirmed_at = ${the.source === "assent" ? sql`consent.confirmed_at` : sql`clock_timestamp()`}
      from moving where consent.consent_id = moving.consent_id
      returning consent.*
    ), versioned as (
      insert into assent.consent_version_projection (consent_id, version, at, move, from_status, to_status, actor_type,
        actor_ref, reason, source, decision_id, difference, correlation_id)
      select moved.consent_id, moved.version, moved.changed_at, ${the.move}, moving.status, moved.status,
        ${the.actor.type}, ${the.actor.ref}, ${the.reason}, ${the.source}, ${the.decisionId ?? null}::uuid,
        ${difference}, ${the.correlationId}
      from moved join moving using (consent_id)
    ), move_audited as (
      ${writtenAs(the, the.actor, "consent-moved", detail, sql`moved join moving using (consent_id)`)}
    ), queued as (
      insert into assent.outbox_event (id, consent_id, version, client_id, kind, customer_id, move, from_status,
        to_status, actor_type, reason, decision_id, correlation_id, occurred_at)
      select ${uuidv7()}::uuid, moved.consent_id, moved.version, moved.client_id, moved.kind, moved.customer_id,
        ${the.move}, moving.status, moved.status, ${the.actor.type}, ${the.reason}, ${the.decisionId ?? null}::uuid,
        ${the.correlationId}, moved.changed_at
      from moved join moving using (consent_id)
    )`;
}

/** Why it is suspended once the bank has let go of it. */
const PAUSED: MoveReason = "customer-pause";

/** What is held over a pause, or let go of over one, is suspended before and after: by whom tells whether it has happened. */
function leadsFrom({ move, set }: ConsentMove): SQL {
  if (set?.over === "held") return sql`status = 'suspended' and suspended_by = 'customer'`;
  if (set?.over === "paused") return sql`status = 'suspended' and pause_beneath`;
  const from = MOVES[move].from.filter((status) => move !== "suspend" || status !== "suspended");
  return sql`status = any(${sql.param([...from])}::text[])`;
}

function suspendedBy({ actor, set }: ConsentMove): SQL {
  if (set?.over === undefined) return sql`coalesce(consent.suspended_by, ${actor.type})`;
  return sql`${set.over === "held" ? actor.type : "customer"}`;
}

/** The fields that changed, each as [before, after]. */
const difference = sql`jsonb_strip_nulls(jsonb_build_object('status', ${changed(sql`status`)},
  'accountIds', ${changed(sql`account_ids`)}, 'expiresAt', ${changed(sql`expires_at`)}))`;

function changed(column: SQL): SQL {
  return sql`case when moving.${column} is distinct from moved.${column}
    then jsonb_build_array(moving.${column}, moved.${column}) end`;
}
