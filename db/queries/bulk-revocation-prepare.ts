import { type SQL, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { idOfScope } from "~/domain/revocation/revocation-scope";
import type { StaffId } from "~/domain/shared/ids";
import type { AskedRevocation, BreakdownLine } from "~/ports/bulk-revocations";
import type { CustomerVault } from "~/ports/customer-vault";
import { audited, BY_SYSTEM, writtenAs } from "./audit-event";
import { isOver } from "./consent-projection-status";
import type { createExecute, createTransact } from "./execute";
import { micros } from "./keyset";

type Execute = ReturnType<typeof createExecute>;

/** How many rows are looked at in one statement: less than a tenth of a second. */
const STEP = 5_000;
/** Suspended twice: a consent may be paused while the authorised ones are looked at, or taken up again before. */
const PASSES = ["suspended", "authorised", "suspended"] as const;
/** As many kinds of as many TPPs as a page can show. */
const LINES = 100;

/** The same form by the same person is the same list. */
export const createPrepare =
  (execute: Execute, tenant: string, vault: CustomerVault) =>
  async ({ scope, reason, by, idempotencyKey, correlationId }: AskedRevocation): Promise<string> => {
    const id = uuidv7();
    const cipher = scope.by === "customer" ? await vault.of(scope.customer) : undefined;
    const ref = cipher?.ref ?? null;
    const of = scope.by === "customer" ? null : idOfScope(scope);
    const about = { tenant, correlationId, ...(scope.by === "tpp" && { clientId: scope.client }) };
    const event = { type: "revocation-prepared", detail: { revocationId: id, scope: scope.by, reason } } as const;
    const [row] = await execute<{ id: string }>(sql`
      with prepared as (
        insert into assent.bulk_revocation (id, scope, scope_of, customer_ref, reason, prepared_by, prepared_at,
          idempotency_key, correlation_id)
        values (${id}::uuid, ${scope.by}, ${of}, ${ref}::uuid, ${reason}, ${by}, clock_timestamp(), ${idempotencyKey},
          ${correlationId})
        on conflict do nothing returning id
      ), ${audited(about, { type: "staff", ref: by }, event, sql`prepared`, cipher && { cipher })}
      select id from prepared union all
      select id from assent.bulk_revocation where prepared_by = ${by} and idempotency_key = ${idempotencyKey} limit 1`);
    // Its insert was waited for, and is newer than what this statement sees.
    return row?.id ?? known(execute, by, idempotencyKey);
  };

async function known(execute: Execute, by: StaffId, key: string): Promise<string> {
  const [row] = await execute<{ id: string }>(sql`
    select id from assent.bulk_revocation where prepared_by = ${by} and idempotency_key = ${key}`);
  if (!row) throw new Error("a list that was prepared is gone");
  return row.id;
}

interface TurnRow extends Record<string, unknown> {
  readonly id: string;
  readonly scope: "customer" | "tpp" | "account";
  readonly of: string | null;
  readonly pass: number;
  readonly after_created: string | null;
  readonly after_consent: string | null;
  readonly breakdown: readonly BreakdownLine[] | null;
  readonly correlation_id: string;
}

interface StepRow extends Record<string, unknown> {
  readonly seen: number;
  readonly added: number;
  readonly created: string | null;
  readonly consent_id: string | null;
  readonly lines: readonly BreakdownLine[];
}

/** One step of the look for the consents of a list; the last one closes it. */
export const createFind =
  (transact: ReturnType<typeof createTransact>, tenant: string) =>
  (id: string | undefined, most: number): Promise<boolean> =>
    transact(async (execute) => {
      const [turn] = await execute<TurnRow>(sql`
        select id, scope, pass, after_created, after_consent, breakdown, correlation_id, case scope when 'customer'
          then (select customer_id from assent.customer_key where ref = customer_ref) else scope_of end as of
        from assent.bulk_revocation
        where state = 'preparing' and ${id === undefined ? sql`true` : sql`id = ${id}::uuid`}
        order by prepared_at limit 1 for update skip locked`);
      if (!turn) return false;
      const [step] = await execute<StepRow>(found(turn));
      if (!step) throw new Error("an aggregate without a row");
      const [{ count = 0 } = {}] = await execute<{ count: number }>(cameTo(turn, step));
      if (count > most) await execute(tooMany(turn));
      else if (step.seen < STEP && turn.pass === PASSES.length - 1) await execute(closed(turn, tenant));
      return true;
    });

/** The next consents that live now, each once. */
function found({ id, scope, of, pass, after_created, after_consent }: TurnRow): SQL {
  const theirs = {
    customer: sql`consent.customer_id = ${of}`,
    tpp: sql`consent.client_id = ${of}`,
    account: sql`consent.account_ids @> array[${of}]::text[]`,
  }[scope];
  const beyond =
    after_created === null
      ? sql`true`
      : sql`(consent.created_at, consent.consent_id) <
          ('epoch'::timestamptz + ${after_created}::bigint * interval '1 microsecond', ${after_consent})`;
  return sql`
    with seen as (
      select consent_id, client_id, client_name, kind, created_at, ${isOver(sql`consent`)} as over
      from assent.consent_projection as consent
      where ${theirs} and status = ${PASSES[pass]} and ${beyond}
      order by created_at desc, consent_id desc limit ${STEP}
    ), added as (
      insert into assent.bulk_revocation_item (set_id, consent_id)
      select ${id}::uuid, consent_id from seen where over is not true
      on conflict do nothing returning consent_id
    ), last as (
      select created_at, consent_id from seen order by created_at, consent_id limit 1
    ), line as (
      select client_id as "clientId", max(client_name) as "clientName", kind, count(*)::int as count
      from added join seen using (consent_id) group by client_id, kind
    )
    select (select count(*)::int from seen) as seen, (select count(*)::int from added) as added,
      (select ${micros(sql`created_at`)} from last) as created, (select consent_id from last) as consent_id,
      (select coalesce(json_agg(line), '[]') from line) as lines`;
}

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
  update assent.bulk_revocation set state = 'too-many', ended_at = clock_timestamp() where id = ${id}::uuid`;

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
