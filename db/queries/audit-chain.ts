import { sql } from "drizzle-orm";
import { CHAIN_START, chainHash, eventHash } from "~/domain/audit/chain";
import type { Checkpoint } from "~/domain/audit/checkpoint";
import type { AuditChain } from "~/ports/audit-chain";
import type { Database } from "../client.server";
import { AUDIT_ROW_COLUMNS, type AuditRowColumns } from "./audit-row";
import { createExecute } from "./execute";

type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];

interface Head extends Record<string, unknown> {
  readonly seq: string;
  readonly chain: string;
}

/**
 * The chain in PostgreSQL.
 *
 * @param batch how many events get their links in one transaction.
 */
export function createAuditChain(db: Database, batch = 5_000): AuditChain {
  const execute = createExecute(db);
  return {
    async seal() {
      let events = 0;
      let more = false;
      const waiting = await chainsThatWait(execute);
      for (const { tenant } of waiting) {
        const sealed = await db.transaction((transaction) => sealBatch(transaction, tenant, batch));
        events += sealed;
        more ||= sealed === batch;
      }
      return { events, more, lagSeconds: Math.max(0, ...waiting.map(({ age }) => age)) };
    },
    dueCheckpoints: () => execute<Checkpoint & Record<string, unknown>>(DUE),
    async keepCheckpoint({ tenant, seq, at }, signed) {
      const kept = await execute(sql`
        insert into assent.audit_checkpoint (tenant, seq, at, signed)
        values (${tenant}, ${seq}::bigint, ${at}::timestamptz, ${signed})
        on conflict do nothing returning seq`);
      return kept.length === 1;
    },
  };
}

type Execute = ReturnType<typeof createExecute>;

interface Waiting extends Record<string, unknown> {
  readonly tenant: string;
  /** Of its oldest event, in seconds. */
  readonly age: number;
}

/** One look into the index for each tenant, however long the queue is. */
const chainsThatWait = (execute: Execute) =>
  execute<Waiting>(sql`
    with recursive waiting (tenant) as (
      (select tenant from assent.audit_unsealed order by tenant limit 1)
      union all
      select (select tenant from assent.audit_unsealed where tenant > waiting.tenant order by tenant limit 1)
      from waiting where waiting.tenant is not null
    )
    select tenant, extract(epoch from clock_timestamp() - oldest.at)::float8 as age
    from waiting cross join lateral (
      select queue.at from assent.audit_unsealed as queue
      where queue.tenant = waiting.tenant order by queue.at limit 1
    ) as oldest`);

/** Links for the oldest events that wait, in one transaction: killed at any point, it has done nothing. */
async function sealBatch(transaction: Transaction, tenant: string, batch: number): Promise<number> {
  const rows = createExecute(transaction);
  // Two who took the same head would both write its successor, and one of them would fail.
  // And a batch is looked up row by row along the indexes: the planner would rather read all of a long queue each time.
  const [lock] = await rows<{ taken: boolean }>(sql`
    select pg_try_advisory_xact_lock(hashtext('assent.audit_link'), hashtext(${tenant})) as taken,
      set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true)`);
  if (!lock?.taken) return 0;
  const [head] = await rows<Head>(sql`
    select link.seq::text as seq, encode(link.chain_hash, 'hex') as chain from assent.audit_link as link
    where link.tenant = ${tenant} order by link.seq desc limit 1`);
  const waiting = await rows<AuditRowColumns & { queued: string }>(sql`
    with queue as materialized (
      select event_id, at from assent.audit_unsealed where tenant = ${tenant} order by tenant, at, event_id limit ${batch}
    )
    select queue.at::text as queued, ${sql.raw(AUDIT_ROW_COLUMNS)}
    from queue join assent.audit_event as event on event.id = queue.event_id and event.at = queue.at
    order by queue.at, queue.event_id`);
  if (waiting.length === 0) return 0;

  let seq = BigInt(head?.seq ?? 0);
  let chain: Uint8Array = head ? Buffer.from(head.chain, "hex") : CHAIN_START;
  const links = waiting.map((row) => {
    const event = eventHash(row);
    seq += 1n;
    chain = chainHash(chain, event, seq);
    return { seq: seq.toString(), event: hex(event), chain: hex(chain), id: row.id, at: row.queued };
  });
  const column = (of: (link: (typeof links)[number]) => string) => sql.param(links.map(of));
  await rows(sql`
    with sealed as (
      select seq, event_id, at::timestamptz, event_hash, chain_hash from unnest(${column((link) => link.seq)}::bigint[], ${column((link) => link.id)}::uuid[],
        ${column((link) => link.at)}::text[], ${column((link) => link.event)}::text[],
        ${column((link) => link.chain)}::text[]) as link (seq, event_id, at, event_hash, chain_hash)
    ), taken as (
      delete from assent.audit_unsealed as queue using sealed
      where queue.tenant = ${tenant} and queue.at = sealed.at and queue.event_id = sealed.event_id
    )
    insert into assent.audit_link (tenant, seq, event_id, event_at, event_hash, chain_hash)
    select ${tenant}, seq, event_id, at, decode(event_hash, 'hex'), decode(chain_hash, 'hex') from sealed`);
  return links.length;
}

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");

/** Ends of chains with 1,000 links or a minute since the last checkpoint, and at least one link. One look for each tenant. */
const DUE = sql`
  with recursive chains (tenant) as (
    (select tenant from assent.audit_link order by tenant limit 1)
    union all
    select (select tenant from assent.audit_link where tenant > chains.tenant order by tenant limit 1)
    from chains where chains.tenant is not null
  )
  select chains.tenant, head.seq::text as seq,
    rtrim(translate(encode(head.chain_hash, 'base64'), '+/', '-_'), '=') as chain,
    to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at
  from chains
  cross join lateral (
    select seq, chain_hash from assent.audit_link where tenant = chains.tenant order by seq desc limit 1
  ) as head
  left join lateral (
    select seq, at from assent.audit_checkpoint where tenant = chains.tenant order by seq desc limit 1
  ) as last on true
  where head.seq > coalesce(last.seq, 0)
    and (head.seq >= coalesce(last.seq, 0) + 1000
      or coalesce(last.at, '-infinity') <= clock_timestamp() - interval '1 minute')`;
