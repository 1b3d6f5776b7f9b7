import { type SQL, sql } from "drizzle-orm";
import { validate as isUuid, v7 as uuidv7 } from "uuid";
import { asBatchId, asClientId, type ConsentId } from "~/domain/shared/ids";
import type { AskedBatch, ConsentChanges, StopBatch } from "~/ports/consent-changes";
import type { CustomerVault } from "~/ports/customer-vault";
import { type ChangeRow, COLUMNS, readChange } from "./consent-change-row";
import { effectiveStatus } from "./consent-projection-status";
import type { createExecute, createTransact } from "./execute";

type Execute = ReturnType<typeof createExecute>;

interface BatchRow extends Record<string, unknown> {
  readonly id: string;
  readonly client_id: string | null;
  readonly consent_ids: readonly ConsentId[];
  /** Milliseconds since 1970. */
  readonly at: string;
}

const BATCH = sql`id, client_id, consent_ids, extract(epoch from asked_at) * 1000 as at`;
const CONSENT = sql`consent`;

/** For how long its page can be opened again. */
const KEPT = sql`interval '30 days'`;

/**
 * Records T11 of many consents in one transaction, so that a crash leaves all of them or none. What is being ended already
 * is in the batch and has no second change; what is being paused or taken up again is overtaken, as by a single stop.
 * Consents are locked before their changes, as everywhere, and in one order; what is recorded then has seen every change
 * of them, and nobody records another.
 */
export function createStopMany(
  transact: ReturnType<typeof createTransact>,
  tenant: string,
  vault: CustomerVault,
): ConsentChanges["stopMany"] {
  const known = async (execute: Execute, { idempotencyKey }: AskedBatch, ref: string) => {
    const [row] = await execute<BatchRow>(sql`select ${BATCH} from assent.stop_batch
      where customer_ref = ${ref}::uuid and idempotency_key = ${idempotencyKey}`);
    return row;
  };

  return async (asked) => {
    const { ref } = await vault.of(asked.customer);
    return transact(async (execute) => {
      const consents = await execute<{ consent_id: ConsentId }>(sql`
        select consent_id from assent.consent_projection as consent where ${isReached(asked)}
        order by consent_id for update`);
      const ids = consents.map(({ consent_id }) => consent_id);
      const before = await known(execute, asked, ref);
      const [row] = before ? [before] : await execute<BatchRow>(recorded(asked, ids, { tenant, ref }));
      const batch = row ?? (await known(execute, asked, ref));
      if (!batch) throw new Error("a batch that was recorded is gone");
      return batchOf(execute, batch);
    });
  };
}

export function createBatchOf(execute: Execute, vault: CustomerVault): ConsentChanges["batchOf"] {
  return async (id, customer) => {
    if (!isUuid(id)) return undefined;
    const known = await vault.find(customer);
    if (!known) return undefined;
    const [row] = await execute<BatchRow>(sql`select ${BATCH} from assent.stop_batch
      where id = ${id}::uuid and customer_ref = ${known.ref}::uuid and asked_at > clock_timestamp() - ${KEPT}`);
    return row && batchOf(execute, row);
  };
}

/** By the life cycle a customer may stop what is theirs and live, for any reason of theirs (T11). */
function isReached({ customer, clientId }: AskedBatch): SQL {
  const own = clientId === undefined ? sql`true` : sql`consent.client_id = ${clientId}`;
  return sql`consent.customer_id = ${customer} and ${own} and ${effectiveStatus(CONSENT)} in ('authorised', 'suspended')`;
}

function recorded(asked: AskedBatch, ids: readonly ConsentId[], by: { tenant: string; ref: string }): SQL {
  const fresh = () => sql.param(ids.map(() => uuidv7()));
  const { correlationId, clientId = null } = asked;
  const detail = sql`jsonb_build_object('changeId', first.id, 'move', 'stop', 'reason', 'customer-stopped')`;
  const overtakenDetail = sql`jsonb_build_object('changeId', overtaken.id, 'because', 'spent')`;
  return sql`
    with given as (
      select * from unnest(${sql.param([...ids])}::text[], ${fresh()}::uuid[], ${fresh()}::uuid[], ${fresh()}::uuid[])
        as given (consent_id, change_id, audit_id, overtaken_audit_id)
    ), batch as (
      insert into assent.stop_batch (id, customer_ref, client_id, consent_ids, idempotency_key)
      select ${uuidv7()}::uuid, ${by.ref}::uuid, ${clientId}, array(select consent_id from given), ${asked.idempotencyKey}
      on conflict do nothing
      returning *
    ), forgotten as (
      delete from assent.stop_batch where id in (
        select id from assent.stop_batch where asked_at < clock_timestamp() - ${KEPT} order by asked_at limit 100)
    ), overtaken as (
      update assent.consent_change as change
      set state = 'closed', closed_because = 'spent', ended_at = clock_timestamp()
      from given, batch
      where change.consent_id = given.consent_id and change.state = 'intended' and change.move not in ('stop', 'terminate')
      returning change.*, given.overtaken_audit_id
    ), overtaken_audited as (
      insert into assent.audit_event (id, tenant, at, type, consent_id, client_id, kind, actor_type, correlation_id, detail)
      select overtaken_audit_id, ${by.tenant}, clock_timestamp(), 'change-not-accepted', consent_id, client_id, kind,
        'system', ${correlationId}, ${overtakenDetail}
      from overtaken
    ), first as (
      insert into assent.consent_change (id, consent_id, client_id, kind, move, actor_type, actor_ref, reason,
        idempotency_key, correlation_id)
      select given.change_id, consent_id, consent.client_id, consent.kind, 'stop', 'customer', ${by.ref},
        'customer-stopped', batch.id || ' ' || consent_id, ${correlationId}
      from assent.consent_projection as consent join given using (consent_id) cross join batch
      where (select count(*) from overtaken) >= 0
      on conflict do nothing
      returning id, consent_id, client_id, kind
    ), audited as (
      insert into assent.audit_event (id, tenant, at, type, consent_id, client_id, kind, actor_type, actor_ref,
        correlation_id, detail)
      select given.audit_id, ${by.tenant}, clock_timestamp(), 'change-intended', consent_id, client_id, kind, 'customer',
        ${by.ref}, ${correlationId}, ${detail}
      from first join given using (consent_id)
    )
    select ${BATCH} from batch`;
}

/** Of each consent the newest change that ends it: its own of this batch, or one that came first. */
async function batchOf(execute: Execute, { id, client_id, consent_ids, at }: BatchRow): Promise<StopBatch> {
  const rows = await execute<ChangeRow>(sql`
    select distinct on (consent_id) ${COLUMNS} from assent.consent_change
    where consent_id = any(${sql.param([...consent_ids])}::text[]) and move in ('stop', 'terminate')
    order by consent_id, intended_at desc`);
  return {
    id: asBatchId(id),
    ...(client_id !== null && { clientId: asClientId(client_id) }),
    at: new Date(Number(at)),
    changes: rows.map(readChange),
  };
}
