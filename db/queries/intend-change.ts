import { type SQL, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import type { ActorType } from "~/domain/audit/actor";
import type { AuditEvent } from "~/domain/audit/audit-event";
import { changed, endsConsent, MOVE_OF } from "~/domain/consent/change";
import type { ConsentStatus } from "~/domain/consent/lifecycle";
import type { ConsentState } from "~/domain/consent/transition";
import type { ConsentKind } from "~/domain/consent-kinds/index";
import { asChangeId, asClientId, asCustomerId } from "~/domain/shared/ids";
import { failed, ok, type Result } from "~/domain/shared/result";
import type { AskedChange, NotIntended, RecordedChange } from "~/ports/consent-changes";
import type { CustomerVault } from "~/ports/customer-vault";
import { audited, BY_SYSTEM, writtenAs } from "./audit-event";
import { type ChangeRow, COLUMNS, readChange } from "./consent-change-row";
import { caseOpened } from "./customer-cases";
import type { createExecute } from "./execute";

interface ConsentRow extends Record<string, unknown> {
  readonly client_id: string;
  readonly kind: ConsentKind;
  readonly status: ConsentStatus;
  readonly version: number;
  readonly account_ids: readonly string[];
  readonly suspended_by: ActorType | null;
  readonly pause_beneath: boolean;
  /** When the pause that is held over ends by itself; milliseconds since 1970, as are the next two. */
  readonly paused_until: string | null;
  readonly customer_id: string | null;
  /** Milliseconds since 1970, as is `now`. */
  readonly expires: string | null;
  readonly now: string;
}

/**
 * Records that somebody wants a consent changed. The life cycle judges our picture of the consent, and the statement
 * that records holds for that very picture: when it has moved meanwhile, the new one is judged.
 */
export function createIntend(execute: ReturnType<typeof createExecute>, tenant: string, vault: CustomerVault) {
  const byKey = async ({ actor, idempotencyKey }: AskedChange, ref: string) => {
    const [row] = await execute<ChangeRow>(sql`select ${COLUMNS} from assent.consent_change
      where actor_type = ${actor.type} and actor_ref = ${ref} and idempotency_key = ${idempotencyKey}`);
    return row && readChange(row);
  };

  /** Undefined looks the same for a consent that is not there and for somebody else's. */
  const consentFor = async (asked: AskedChange) => {
    const [row] = await execute<ConsentRow>(sql`
      select client_id, kind, status, version, account_ids, suspended_by, pause_beneath, customer_id,
        case when pause_beneath then extract(epoch from (
          select pause.paused_until from assent.consent_change as pause
          where pause.consent_id = consent.consent_id and pause.move = 'suspend' and pause.state = 'settled'
            and pause.actor_type = 'customer' order by pause.intended_at desc limit 1)) * 1000 end as paused_until,
        extract(epoch from expires_at) * 1000 as expires, extract(epoch from clock_timestamp()) * 1000 as now
      from assent.consent_projection as consent where ${reaches(asked)}`);
    return row;
  };

  const record = async (asked: AskedChange, ref: string, consent: ConsentRow, overPause: boolean) => {
    const { move, reason, actor, report, note } = asked;
    const id = asChangeId(uuidv7());
    const cipher = note && consent.customer_id !== null ? await vault.of(asCustomerId(consent.customer_id)) : undefined;
    const about = { ...asked, tenant, clientId: asClientId(consent.client_id), kind: consent.kind };
    const event: AuditEvent = {
      type: "change-intended",
      detail: { changeId: id, move: MOVE_OF[move], reason },
      ...(cipher && note && { personal: { note } }),
    };
    const accountId = asked.move === "remove-account" ? asked.accountId : null;
    const hours = asked.move === "suspend" ? (asked.hours ?? null) : null;
    const picture = sql`${reaches(asked)} and version = ${consent.version}`;
    // First the consent, then its changes: in the order in which settling locks them.
    const [row] = await execute<ChangeRow>(sql`
      with held as (
        select consent_id, client_id, kind from assent.consent_projection where ${picture} for share
      ), overtaken as (
        update assent.consent_change set state = 'closed', closed_because = 'spent', ended_at = clock_timestamp()
        where consent_id = ${asked.consentId} and state = 'intended' and ${endsConsent(move)}
          and move not in ('stop', 'terminate')
          and exists (select from held)
        returning id
      ), overtaken_audited as (
        ${writtenAs(about, BY_SYSTEM, "change-not-accepted", OVERTAKEN, sql`overtaken`)}
      ), first as (
        insert into assent.consent_change (id, consent_id, client_id, kind, move, actor_type, actor_ref, reason,
          idempotency_key, correlation_id, account_id, over_pause, paused_until)
        select ${id}::uuid, consent_id, client_id, kind, ${move}, ${actor.type}, ${ref}, ${reason},
          ${asked.idempotencyKey}, ${asked.correlationId}, ${accountId}, ${overPause},
          clock_timestamp() + make_interval(hours => ${hours}::int)
        from held where (select count(*) from overtaken) >= 0
        on conflict do nothing
        returning ${COLUMNS}
      ), ${audited(about, { type: actor.type, ref }, event, sql`first`, cipher && { cipher })}
      ${report && actor.type === "customer" ? sql`, ${caseOpened(report, about, await vault.of(actor.id), sql`first`)}` : sql``}
      select * from first`);
    return row && readChange(row);
  };

  /** @param ref the actor as it is written down. */
  return async (asked: AskedChange, ref: string): Promise<Result<RecordedChange, NotIntended>> => {
    for (let judged: number | undefined, isLast = false; ; ) {
      const consent = await consentFor(asked);
      if (!consent) return failed("not-found");
      const known = await byKey(asked, ref);
      if (known) return sameOr(known, asked);
      if (asked.shown !== undefined && asked.shown !== consent.version) return failed("changed-since");
      // The same picture twice, and it could not be recorded: another change of it is under way. What ends it looks once
      // more, since a pause that was recorded in this very moment had not been there to be overtaken.
      if (consent.version === judged && (isLast || !endsConsent(asked.move))) return failed("another-under-way");
      isLast = consent.version === judged;
      judged = consent.version;
      const next = changed(stateOf(consent), asked, new Date(Number(consent.now)));
      if (!next.ok) return failed("not-allowed");
      const overPause = consent.status === "suspended" && next.value.status === "suspended";
      const first = await record(asked, ref, consent, overPause);
      if (first) return ok(first);
    }
  };
}

const OVERTAKEN = sql`jsonb_build_object('changeId', overtaken.id, 'because', 'spent')`;

/** Staff reach every consent, a customer their own. */
function reaches({ consentId, actor }: AskedChange): SQL {
  const own = actor.type === "customer" ? sql`customer_id = ${actor.id}` : sql`true`;
  return sql`consent_id = ${consentId} and ${own}`;
}

const stateOf = (row: ConsentRow): ConsentState & { readonly kind: ConsentKind } => ({
  kind: row.kind,
  status: row.status,
  version: row.version,
  accountIds: row.account_ids,
  ...(row.expires !== null && { expiresAt: new Date(Number(row.expires)) }),
  ...(row.suspended_by !== null && { suspendedBy: row.suspended_by }),
  ...(row.pause_beneath && {
    pauseBeneath: row.paused_until === null ? {} : { until: new Date(Number(row.paused_until)) },
  }),
});

function sameOr(known: RecordedChange, asked: AskedChange): Result<RecordedChange, NotIntended> {
  const account = asked.move === "remove-account" ? asked.accountId : undefined;
  const same =
    known.consentId === asked.consentId &&
    known.move === asked.move &&
    known.reason === asked.reason &&
    known.accountId === account;
  return same ? ok(known) : failed("key-used");
}
