import type { TransactionSql } from "postgres";
import { type AuditRow, eventHash } from "~/domain/audit/chain";
import type { ChainFinding } from "~/domain/audit/chain-finding";
import type { Retirement } from "~/domain/audit/retirement";
import { createChainVerifier, type Link } from "~/domain/audit/verify-chain";
import { AUDIT_ROW_COLUMNS } from "../queries/audit-row.ts";
import type { SignedPlaces } from "./read-checkpoints.ts";
import { type RetiredMonth, retiredMonths } from "./retired-months.ts";

export interface Walk {
  /** How many links were walked. */
  readonly events: number;
  /** When the first and the last linked event was written: seconds since 1970. */
  readonly from: string | undefined;
  readonly to: string | undefined;
  /** Months whose events were dropped after their time, oldest first. */
  readonly retired: readonly RetiredMonth[];
}

type Found = (finding: ChainFinding) => void;

/** Told how many links were walked so far, and waited for; what it throws ends the walk. */
export type Walked = (links: number) => Promise<void>;

interface LinkRow {
  readonly linkTenant: string;
  readonly seq: string;
  readonly eventId: string;
  readonly eventAt: string;
  readonly eventHash: Uint8Array;
  readonly chainHash: Uint8Array;
}

/** With the event that it is of; all nulls where there is none. */
type LinkedRow = LinkRow & AuditRow & { readonly id: string | null };

/** Links in one look, so that a record of any size fits into memory. */
const AT_ONCE = 2_000;

/** Walks every tenant's chain from its first link to its last. */
export async function walkChains(
  connection: TransactionSql,
  places: SignedPlaces,
  retirements: readonly Retirement[],
  found: Found,
  walked?: Walked,
): Promise<Walk> {
  const months = retiredMonths(retirements);
  // Straight along the indexes, in the order of the links: nothing is sorted, and the first rows come at once.
  await connection`set local enable_hashjoin = off`;
  await connection`set local enable_mergejoin = off`;
  await connection`set local enable_sort = off`;
  await connection`set local enable_seqscan = off`;
  await connection`set local jit = off`;
  const rows = connection.unsafe<LinkedRow[]>(`
    select link.tenant as "linkTenant", link.seq::text as "seq", link.event_id::text as "eventId",
      extract(epoch from link.event_at)::text as "eventAt", link.event_hash as "eventHash",
      link.chain_hash as "chainHash", ${AUDIT_ROW_COLUMNS}
    from assent.audit_link as link
    left join assent.audit_event as event on event.id = link.event_id and event.at = link.event_at
    order by link.tenant, link.seq`);
  const walk = { events: 0, from: undefined as string | undefined, to: undefined as string | undefined };
  const missing: (ChainFinding & { readonly hash: Uint8Array })[] = [];
  let chain = createChainVerifier("");
  for await (const batch of oneAhead(rows.cursor(AT_ONCE))) {
    for (const row of batch) {
      if (row.linkTenant !== chain.tenant) {
        lookForCut(chain, places, found);
        chain = createChainVerifier(row.linkTenant);
      }
      const link: Link = { ...row, tenant: row.linkTenant, seq: BigInt(row.seq) };
      const signed = places.get(link.tenant)?.get(link.seq);
      const isRetired = months.add(link);
      for (const finding of chain.next(link, row.id === null ? undefined : row, signed)) {
        if (finding.what === "missing" && isRetired) continue;
        if (finding.what === "missing") missing.push({ ...finding, hash: row.eventHash });
        else found(finding);
      }
      walk.events += 1;
      walk.from ??= row.eventAt;
      walk.to = row.eventAt;
    }
    await walked?.(walk.events);
  }
  lookForCut(chain, places, found);
  for (const [tenant] of places) lookForCut(createChainVerifier(tenant), places, found);
  await lookElsewhere(connection, missing, found);
  return { ...walk, retired: months.end(found) };
}

/** The database reads on while we compute. */
async function* oneAhead<Row>(batches: AsyncIterable<Row>): AsyncGenerator<Row> {
  const iterator = batches[Symbol.asyncIterator]();
  let next = iterator.next();
  try {
    for (;;) {
      const { value, done } = await next;
      if (done) return;
      next = iterator.next();
      yield value;
    }
  } finally {
    // Whoever stops early has the next one under way; the driver's last answer is no promise.
    await Promise.resolve(next).catch(() => {});
    await iterator.return?.();
  }
}

/** What was signed beyond the end of a chain was there once. */
function lookForCut(chain: ReturnType<typeof createChainVerifier>, places: SignedPlaces, found: Found): void {
  const { tenant } = chain;
  for (const seq of places.get(tenant)?.keys() ?? []) {
    if (seq > chain.end()) found({ what: "cut-off", tenant, seq: `${seq}` });
  }
  places.delete(tenant);
}

/** An event that is not where its link says may lie at another time: then one of the two was changed. */
async function lookElsewhere(
  connection: TransactionSql,
  missing: readonly (ChainFinding & { readonly hash: Uint8Array })[],
  found: Found,
): Promise<void> {
  for (let start = 0; start < missing.length; start += AT_ONCE) {
    const some = missing.slice(start, start + AT_ONCE);
    const rows = await connection.unsafe<AuditRow[]>(
      `select ${AUDIT_ROW_COLUMNS} from assent.audit_event as event where event.id = any($1::uuid[])`,
      [some.map(({ eventId }) => eventId as string)],
    );
    const moved = new Map(rows.map((row) => [row.id, row]));
    for (const { hash, ...finding } of some) {
      const row = moved.get(finding.eventId as string);
      if (!row) found(finding);
      else found({ ...finding, what: Buffer.compare(eventHash(row), hash) === 0 ? "link-changed" : "changed" });
    }
  }
}
