import { type SQL, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import type { RevocationEvent } from "~/domain/audit/revocation-event";
import { partsOfFilter } from "~/domain/search/named-filter";
import type { StaffId } from "~/domain/shared/ids";
import type { AskedRevocation, BreakdownLine, FoundScope } from "~/ports/bulk-revocations";
import type { CustomerCipher, CustomerVault } from "~/ports/customer-vault";
import { audited, BY_SYSTEM, writtenAs } from "./audit-event";
import { isLast, LOOK_COLUMNS, type LookRow, looked, STEP, type StepRow } from "./bulk-revocation-look";
import { type KeptSearch, keptSearch } from "./bulk-revocation-search";
import { isGivenUp } from "./consent-search";
import type { createExecute, createTransact } from "./execute";

type Execute = ReturnType<typeof createExecute>;

/** As many kinds of as many TPPs as a page can show. */
const LINES = 100;

/** The same form by the same person is the same list. */
export const createPrepare =
  (execute: Execute, tenant: string, vault: CustomerVault) =>
  async ({ scope, reason, by, idempotencyKey, correlationId }: AskedRevocation): Promise<string> => {
    const id = uuidv7();
    const { of, ref, search, cipher, says } = await written(scope, vault);
    const about = { tenant, correlationId, ...(scope.by === "tpp" && { clientId: scope.client }) };
    const detail = { revocationId: id, scope: scope.by, reason, ...says };
    const event = { type: "revocation-prepared", detail } as const;
    const [row] = await execute<{ id: string }>(sql`
      with prepared as (
        insert into assent.bulk_revocation (id, scope, scope_of, customer_ref, search, reason, prepared_by, prepared_at,
          idempotency_key, correlation_id)
        values (${id}::uuid, ${scope.by}, ${of ?? null}, ${ref ?? null}::uuid,
          ${search === undefined ? null : JSON.stringify(search)}::jsonb, ${reason}, ${by}, clock_timestamp(),
          ${idempotencyKey}, ${correlationId})
        on conflict do nothing returning id
      ), ${audited(about, { type: "staff", ref: by }, event, sql`prepared`, cipher && { cipher })}
      select id from prepared union all
      select id from assent.bulk_revocation where prepared_by = ${by} and idempotency_key = ${idempotencyKey} limit 1`);
    // Its insert was waited for, and is newer than what this statement sees.
    return row?.id ?? known(execute, by, idempotencyKey);
  };

interface Written {
  readonly of?: string;
  readonly ref?: string;
  readonly search?: KeptSearch;
  /** Of the one customer whom it is about. */
  readonly cipher?: CustomerCipher;
  /** More that evidence says of it. */
  readonly says?: Pick<Extract<RevocationEvent, { type: "revocation-prepared" }>["detail"], "filter" | "restOf">;
}

/** What a list has in common, in columns: of customers their pseudonyms. */
async function written(scope: FoundScope, vault: CustomerVault): Promise<Written> {
  switch (scope.by) {
    case "customer": {
      const cipher = await vault.of(scope.customer);
      return { ref: cipher.ref, cipher };
    }
    case "tpp":
      return { of: scope.client };
    case "account":
      return { of: scope.account };
    case "search": {
      const { kept, ciphers } = await keptSearch(scope, vault);
      const [cipher, ...more] = ciphers;
      return {
        search: kept,
        says: { filter: partsOfFilter(scope.filter) },
        ...(scope.filter.account !== undefined && { of: scope.filter.account }),
        ...(cipher && more.length === 0 && { cipher }),
      };
    }
    case "rest":
      return {
        of: scope.of,
        says: { restOf: scope.of },
        ...(scope.customer !== undefined && { cipher: await vault.of(scope.customer) }),
      };
  }
}

async function known(execute: Execute, by: StaffId, key: string): Promise<string> {
  const [row] = await execute<{ id: string }>(sql`
    select id from assent.bulk_revocation where prepared_by = ${by} and idempotency_key = ${key}`);
  if (!row) throw new Error("a list that was prepared is gone");
  return row.id;
}

interface TurnRow extends LookRow {
  readonly breakdown: readonly BreakdownLine[] | null;
  readonly correlation_id: string;
}

/**
 * One step of the look for the consents of a list; the last one closes it. A search may be too wide for any index: then
 * there is no list.
 */
export const createFind =
  (transact: ReturnType<typeof createTransact>, execute: Execute, tenant: string) =>
  async (id: string | undefined, most: number): Promise<boolean> => {
    let at: TurnRow | undefined;
    const step = transact(async (inside) => {
      const [turn] = await inside<TurnRow>(sql`
        select ${LOOK_COLUMNS}, breakdown, correlation_id from assent.bulk_revocation
        where state = 'preparing' and ${id === undefined ? sql`true` : sql`id = ${id}::uuid`}
        order by prepared_at limit 1 for update skip locked`);
      if (!turn) return false;
      at = turn;
      const [step] = await inside<StepRow>(looked(turn));
      if (!step) throw new Error("an aggregate without a row");
      const [{ count = 0 } = {}] = await inside<{ count: number }>(cameTo(turn, step));
      if (count > most) await inside(tooMany(turn));
      else if (isLast(turn, step)) await inside(closed(turn, tenant));
      return true;
    });
    return step.catch(async (error: unknown) => {
      if (at?.scope !== "search" || !isGivenUp(error)) throw error;
      await execute(tooMany(at));
      return true;
    });
  };

function cameTo({ id, pass, breakdown }: TurnRow, { seen, added, created, consent_id, lines }: StepRow): SQL {
  const on = seen === STEP;
  return sql`
    update assent.bulk_revocation
    set count = count + ${added}, pass = ${on ? pass : pass + 1}, after_created = ${on ? created : null},
      after_consent = ${on ? consent_id : null}, breakdown = ${JSON.stringify(together(breakdown ?? [], lines))}::jsonb
    where id = ${id}::uuid returning count`;
}

function together(before: readonly BreakdownLine[], more: readonly BreakdownLine[]): readonly BreakdownLine[] {
  const lines = new Map<string, BreakdownLine>();
  for (const line of [...before, ...more]) {
    const key = `${line.kind} ${line.clientId}`;
    lines.set(key, { ...line, count: line.count + (lines.get(key)?.count ?? 0) });
  }
  return [...lines.values()].sort((one, other) => other.count - one.count).slice(0, LINES);
}

const tooMany = ({ id }: TurnRow): SQL => sql`
  update assent.bulk_revocation set state = 'too-many', ended_at = clock_timestamp()
  where id = ${id}::uuid and state = 'preparing'`;

/**
 * What a list is known by: whoever has its ids, one to a line and in their order, can work it out with `sha256sum`.
 */
export const hashOfSet = (id: SQL): SQL => sql`(
  select encode(sha256(convert_to(coalesce(string_agg(consent_id || E'\n', '' order by consent_id collate "C"), ''), 'UTF8')), 'hex')
  from assent.bulk_revocation_item where set_id = ${id})`;

function closed({ id, correlation_id }: TurnRow, tenant: string): SQL {
  const detail = sql`jsonb_build_object('revocationId', closed.id, 'count', closed.count, 'setHash', closed.set_hash)`;
  return sql`
    with closed as (
      update assent.bulk_revocation set state = 'prepared', set_hash = ${hashOfSet(sql`${id}::uuid`)},
        customers = (
          select count(distinct customer_id) from assent.bulk_revocation_item as item
            join assent.consent_projection using (consent_id)
          where item.set_id = ${id}::uuid)
      where id = ${id}::uuid returning *
    ), audited as (
      ${writtenAs({ tenant, correlationId: correlation_id }, BY_SYSTEM, "revocation-frozen", detail, sql`closed`)}
    ) select 1`;
}
