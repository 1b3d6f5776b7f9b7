import { sql } from "drizzle-orm";
import { CHAIN_START } from "~/domain/audit/chain";
import type { AuditProof, StretchPlace } from "~/ports/audit-proof";
import type { Database } from "../client.server";
import { AUDIT_ROW_COLUMNS, type AuditRowColumns } from "./audit-row";
import { createClock } from "./clock";
import { createExecute } from "./execute";

const base64url = (column: string) => sql.raw(`rtrim(translate(encode(${column}, 'base64'), E'+/\n', '-_'), '=')`);

/** Of one tenant's record in PostgreSQL: looks into primary keys, and ranges of the chain. */
export function createAuditProof(db: Database, tenant: string): AuditProof {
  const execute = createExecute(db);
  return {
    async rows(ids) {
      const rows = await execute<AuditRowColumns & { seq: string | null }>(sql`
        select ${sql.raw(AUDIT_ROW_COLUMNS)}, link.seq::text as seq
        from unnest(${sql.param([...ids])}::uuid[]) with ordinality as asked (id, place)
          join assent.audit_event as event on event.id = asked.id and event.tenant = ${tenant}
          left join assent.audit_link as link on link.event_id = event.id and link.event_at = event.at
        order by asked.place`);
      return rows.map(({ seq, ...row }) => ({ row, ...(seq !== null && { seq }) }));
    },
    async stretches(seqs) {
      const rows = await execute<{ from: string; to: string; checkpoint: string | null }>(sql`
        select min(asked.seq)::text as "from",
          coalesce(signed.seq, (select max(seq) from assent.audit_link where tenant = ${tenant}))::text as "to",
          signed.signed as checkpoint
        from unnest(${sql.param([...seqs])}::bigint[]) as asked (seq)
          left join lateral (
            select seq, signed from assent.audit_checkpoint
            where tenant = ${tenant} and seq >= asked.seq order by seq limit 1) as signed on true
        group by signed.seq, signed.signed order by min(asked.seq)`);
      return rows.map(
        ({ from, to, checkpoint }): StretchPlace => ({ from, to, ...(checkpoint !== null && { checkpoint }) }),
      );
    },
    async stretch({ from, to, checkpoint }) {
      const [row] = await execute<{ before: string | null; hashes: readonly string[] }>(sql`
        select (select ${base64url("chain_hash")} from assent.audit_link
            where tenant = ${tenant} and seq = ${from}::bigint - 1) as before,
          array(select ${base64url("event_hash")} from assent.audit_link
            where tenant = ${tenant} and seq between ${from}::bigint and ${to}::bigint order by seq) as hashes`);
      const before = row?.before ?? Buffer.from(CHAIN_START).toString("base64url");
      return { is: "stretch", from, before, eventHashes: row?.hashes ?? [], ...(checkpoint && { checkpoint }) };
    },
    now: createClock(db),
  };
}
