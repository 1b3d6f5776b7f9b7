import { sql } from "drizzle-orm";
import type { AuditRow } from "~/domain/audit/chain";
import type { AuditEventFound, AuditSearch, Neighbour } from "~/ports/audit-search";
import type { Database } from "../client.server";
import { type LineRow, lineOf } from "./audit-line";
import { AUDIT_ROW_COLUMNS, type AuditRowColumns } from "./audit-row";
import { createExecute } from "./execute";

type Row = AuditRowColumns & {
  readonly line: LineRow;
  readonly link: NonNullable<AuditEventFound["link"]> | null;
  readonly signed_at: string | null;
};

const hash = (column: string) => sql.raw(`rtrim(translate(encode(${column}, 'base64'), E'+/\n', '-_'), '=')`);
const neighbour = (beside: string) =>
  sql.raw(`(
  select jsonb_build_object('seq', seq::text, 'eventId', event_id,
    'chainHash', rtrim(translate(encode(chain_hash, 'base64'), E'+/\n', '-_'), '='))
  from assent.audit_link where tenant = link.tenant and seq = link.seq ${beside})`);

/** One event, its link and the links beside it: a handful of looks into primary keys. */
export function createAuditEventLook(db: Database, tenant: string): AuditSearch["event"] {
  const execute = createExecute(db);
  return async (id) => {
    const [found] = await execute<Row>(sql`
      select ${sql.raw(AUDIT_ROW_COLUMNS)},
        jsonb_build_object('id', event.id, 'at_micros', (extract(epoch from event.at) * 1000000)::bigint::text,
          'type', event.type, 'consent_id', event.consent_id, 'client_id', event.client_id,
          'actor_type', event.actor_type, 'actor_ref', event.actor_ref, 'seq', link.seq::text) as line,
        case when link.seq is not null then jsonb_build_object('seq', link.seq::text,
          'eventHash', ${hash("link.event_hash")}, 'chainHash', ${hash("link.chain_hash")},
          'before', ${neighbour("- 1")}, 'after', ${neighbour("+ 1")},
          'checkpoint', (
            select jsonb_build_object('seq', seq::text, 'at', at) from assent.audit_checkpoint
            where tenant = link.tenant and seq >= link.seq order by seq limit 1)) end as link
      from assent.audit_event as event
        left join assent.audit_link as link on link.event_id = event.id and link.event_at = event.at
      where event.id = ${id}::uuid and event.tenant = ${tenant} limit 1`);
    if (!found) return undefined;
    const { line, link, signed_at: _, ...row } = found;
    return { ...lineOf(line), row: row as AuditRow, ...(link && { link: linkOf(link) }) };
  };
}

/** As JSON has it: no beginning and no end are nulls, and an instant is text. */
function linkOf(link: NonNullable<AuditEventFound["link"]>): NonNullable<AuditEventFound["link"]> {
  const { seq, eventHash, chainHash } = link;
  const [before, after] = [link.before, link.after] as (Neighbour | null | undefined)[];
  const signed = link.checkpoint;
  return {
    seq,
    eventHash,
    chainHash,
    ...(before && { before }),
    ...(after && { after }),
    ...(signed && { checkpoint: { seq: signed.seq, at: new Date(signed.at) } }),
  };
}
