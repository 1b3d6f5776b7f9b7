import { type SQL, sql } from "drizzle-orm";
import { validate as isUuid } from "uuid";
import type { ApprovedRevocation, BulkRevocations } from "~/ports/bulk-revocations";
import type { CustomerVault } from "~/ports/customer-vault";
import type { Database } from "../client.server";
import { audited, BY_SYSTEM } from "./audit-event";
import { createItems, createSample } from "./bulk-revocation-items";
import { createFind, createPrepare, hashOfSet } from "./bulk-revocation-prepare";
import { REVOCATION_COLUMNS, type RevocationRow, readRevocation } from "./bulk-revocation-row";
import { createExecute, createTransact } from "./execute";
import { paged, reading } from "./keyset";
import { byStaff } from "./staff-desk";

/** For so long a list is kept that nobody asked for, or agreed to. */
const KEPT = sql.raw("interval '7 days'");

interface Needs {
  readonly tenant: string;
  readonly vault: CustomerVault;
}

/** Lists of consents that staff end at once, in PostgreSQL. */
export function createBulkRevocations(db: Database, { tenant, vault }: Needs): BulkRevocations {
  const execute = createExecute(db);
  return {
    prepare: createPrepare(execute, tenant, vault),
    find: createFind(createTransact(db), execute, tenant),
    items: createItems(execute),
    sample: createSample(execute),

    async read(id) {
      if (!isUuid(id)) return undefined;
      const [row] = await execute<RevocationRow>(
        sql`select ${REVOCATION_COLUMNS} from assent.bulk_revocation where id = ${id}::uuid`,
      );
      return row && readRevocation(row);
    },

    async list({ size, from }) {
      const { beyond, order } = reading(from, sql`prepared_at`, sql`id`);
      const found = await execute<RevocationRow>(sql`
        select ${REVOCATION_COLUMNS} from assent.bulk_revocation where ${beyond} order by ${order} limit ${size + 1}`);
      const page = paged(found, size, from, ({ prepared, id }) => ({ at: prepared, key: id }));
      return { ...page, rows: page.rows.map(readRevocation) };
    },

    async asked(id, approvalId) {
      await execute(sql`update assent.bulk_revocation set approval_id = ${approvalId}::uuid
        where id = ${id}::uuid and approval_id is distinct from ${approvalId}::uuid and state = 'prepared'`);
    },

    async start(approved) {
      const [row] = await execute<{ state: string }>(started(approved, tenant));
      const { state, approvalId } = row ? { ...row, approvalId: approved.approvalId } : await standing(approved.id);
      if (approvalId !== approved.approvalId) return "not-found";
      return state === "not-run" ? "set-changed" : "started";
    },

    async stop(id, by, correlationId) {
      const event = { type: "revocation-stopped", detail: { revocationId: id } } as const;
      const stopped = await execute(sql`
        with stopped as (
          update assent.bulk_revocation set state = 'stopping', stop_asked_by = ${by}
          where id = ${id}::uuid and state = 'running' returning id
        ), ${audited({ tenant, correlationId }, byStaff(by), event, sql`stopped`)}
        select id from stopped`);
      return stopped.length === 1;
    },

    async forgetUnused(limit) {
      const forgotten = await execute(sql`
        delete from assent.bulk_revocation where id in (
          select id from assent.bulk_revocation
          where started_at is null and prepared_at < clock_timestamp() - ${KEPT} and not exists (
            select from assent.approval where approval.id = approval_id and (approval.state in ('waiting', 'approved')
              or coalesce(approval.ended_at, approval.decided_at) >= clock_timestamp() - ${KEPT}))
          order by prepared_at limit ${limit} for update skip locked)
        returning id`);
      return forgotten.length;
    },
  };

  async function standing(id: string) {
    const [row] = await execute<{ state: string; approval_id: string | null }>(
      sql`select state, approval_id from assent.bulk_revocation where id = ${id}::uuid and state <> 'prepared'`,
    );
    return { state: row?.state, approvalId: row?.approval_id };
  }
}

/** The ids are counted and hashed anew: what is on record of the list is not asked. */
function started(approved: ApprovedRevocation, tenant: string): SQL {
  const { id, setHash, count, reason, askedBy, approvalId, correlationId } = approved;
  const detail = { revocationId: id, approvalId };
  const write = (type: "revocation-started" | "revocation-not-run", state: string, name: SQL) =>
    audited({ tenant, correlationId }, BY_SYSTEM, { type, detail }, sql`turned where state = ${state}`, {
      name,
    });
  return sql`
    with turn as (
      select id, count, reason from assent.bulk_revocation
      where id = ${id}::uuid and state = 'prepared' and prepared_by = ${askedBy}
        and (approval_id is null or approval_id = ${approvalId}::uuid)
      for update
    ), same as (
      select turn.id, turn.count = ${count} and turn.reason = ${reason} and ${hashOfSet(sql`turn.id`)} = ${setHash} as same
      from turn
    ), turned as (
      update assent.bulk_revocation as list set approval_id = ${approvalId}::uuid,
        state = case when same then 'running' else 'not-run' end,
        started_at = case when same then clock_timestamp() end,
        ended_at = case when not same then clock_timestamp() end
      from same where list.id = same.id returning list.state
    ), ${write("revocation-started", "running", sql`audited_start`)},
    ${write("revocation-not-run", "not-run", sql`audited_refusal`)}
    select state from turned`;
}
