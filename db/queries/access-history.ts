import { type SQL, sql } from "drizzle-orm";
import { READ_RESOURCES, type ReadResource } from "~/domain/access/read-resource";
import { BANK_TIME_ZONE } from "~/domain/shared/bank-day";
import { asAccountId, asConsentId, type ConsentId, type CustomerId } from "~/domain/shared/ids";
import type { AccessHistory, AccessSummary, ClusterUse, DayReads, ReadDay, SingleRead } from "~/ports/access-history";
import type { Database } from "../client.server";
import { createExecute } from "./execute";

/** How many single reads are fetched at once, for a file of any length. */
const PAGE = 1_000;

const WEEKS = 12;

interface SummaryRow extends Record<string, unknown> {
  readonly consent_id: string;
  /** Since this week, which is 0; absent where the row says when it was last. */
  readonly week: number | null;
  readonly reads: number;
  readonly last: string | null;
}

interface DayRow extends Record<string, unknown> {
  readonly day: string;
  readonly resource: ReadResource;
  readonly account_id: string;
  readonly present: boolean;
  readonly reads: number;
  readonly records: string;
  readonly first: string;
  readonly last: string;
}

interface ReadRow extends Record<string, unknown> {
  readonly id: string;
  readonly at_ms: string;
  readonly resource: ReadResource;
  readonly present: boolean;
  readonly interaction_id: string | null;
  readonly account_ids: readonly string[];
  readonly records: readonly number[];
}

const ms = (column: SQL): SQL => sql`extract(epoch from ${column}) * 1000`;
const at = (value: string): Date => new Date(Number(value));

/** The consent, if it is this customer's at this moment: everything that is read of it hangs on this. */
const owned = (id: ConsentId, customer: CustomerId): SQL => sql`
  select consent_id from assent.consent_projection where consent_id = ${id} and customer_id = ${customer}`;

/** What was read, in PostgreSQL. */
export function createAccessHistory(db: Database): AccessHistory {
  const execute = createExecute(db);
  return {
    async summaryOf(ids) {
      if (ids.length === 0) return new Map();
      const asked = sql`any(${sql.param([...ids])}::text[])`;
      return summariesOf(
        await execute<SummaryRow>(sql`
          select consent_id, null::int as week, 0 as reads, ${ms(sql`max(last_at)`)} as last
          from assent.access_last where consent_id = ${asked} group by consent_id
          union all
          select consent_id, (today - day) / 7 as week, sum(reads)::int, null
          from assent.access_day, (select (clock_timestamp() at time zone ${BANK_TIME_ZONE})::date as today) as now
          where consent_id = ${asked} and day > today - ${WEEKS * 7}::int and day <= today
          group by consent_id, week`),
      );
    },

    async clustersOf(id, customer) {
      const rows = await execute<{ resource: ReadResource; last: string }>(sql`
        select resource, ${ms(sql`last_at`)} as last
        from assent.access_last join (${owned(id, customer)}) as consent using (consent_id) order by last_at desc`);
      const latest = new Map<ClusterUse["cluster"], ClusterUse>();
      for (const { resource, last } of rows) {
        const cluster = READ_RESOURCES[resource];
        if (!latest.has(cluster)) latest.set(cluster, { cluster, lastAt: at(last) });
      }
      return [...latest.values()];
    },

    async daysOf(id, customer, { size, before, account }) {
      const wanted = sql`${before === undefined ? sql`` : sql`and day < ${before}::date`} ${
        account === undefined ? sql`` : sql`and account_id = ${account}`
      }`;
      const rows = await execute<DayRow>(sql`
        with reads as (
          select read.* from assent.access_day as read join (${owned(id, customer)}) as consent using (consent_id)
          where true ${wanted}
        ), shown as (select distinct day from reads order by day desc limit ${size})
        select to_char(day, 'YYYY-MM-DD') as day, resource, account_id, present, reads, records,
          ${ms(sql`first_at`)} as first, ${ms(sql`last_at`)} as last
        from reads join shown using (day) order by reads.day desc, resource, account_id, present desc`);
      return byDay(rows);
    },

    async accountsReadOf(id, customer) {
      const rows = await execute<{ account_id: string }>(sql`
        select distinct account_id
        from assent.access_day join (${owned(id, customer)}) as consent using (consent_id)
        where account_id <> '' order by account_id`);
      return rows.map(({ account_id }) => asAccountId(account_id));
    },

    async *readsOf(id, customer) {
      for (let before: string | undefined, more = true; more; ) {
        const rows: readonly ReadRow[] = await execute<ReadRow>(sql`
          select id, ${ms(sql`at`)} as at_ms, resource, present, interaction_id, account_ids, records
          from assent.access_event join (${owned(id, customer)}) as consent using (consent_id)
          where true ${before === undefined ? sql`` : sql`and id < ${before}::uuid`} order by id desc limit ${PAGE}`);
        if (rows.length > 0) yield rows.flatMap(singleReadsOf);
        more = rows.length === PAGE;
        before = rows.at(-1)?.id;
      }
    },

    async toldUntil() {
      const [row] = await execute<{ told: string }>(sql`
        select ${ms(sql`told_until`)} as told from assent.access_feed order by heard_at desc limit 1`);
      return row && at(row.told);
    },
  };
}

function summariesOf(rows: readonly SummaryRow[]): ReadonlyMap<ConsentId, AccessSummary> {
  const found = new Map<ConsentId, { lastAt: Date; weeks: number[] }>();
  for (const { consent_id, last } of rows) {
    if (last !== null) found.set(asConsentId(consent_id), { lastAt: at(last), weeks: Array(WEEKS).fill(0) });
  }
  for (const { consent_id, week, reads } of rows) {
    const summary = found.get(asConsentId(consent_id));
    if (summary && week !== null) summary.weeks[WEEKS - 1 - week] = reads;
  }
  return found;
}

/** @param rows in the order of their days. */
function byDay(rows: readonly DayRow[]): readonly ReadDay[] {
  const days: { readonly day: string; readonly reads: DayReads[] }[] = [];
  for (const row of rows) {
    if (days.at(-1)?.day !== row.day) days.push({ day: row.day, reads: [] });
    days.at(-1)?.reads.push(dayReadsOf(row));
  }
  return days;
}

const dayReadsOf = (row: DayRow): DayReads => ({
  resource: row.resource,
  ...(row.account_id !== "" && { account: asAccountId(row.account_id) }),
  present: row.present,
  reads: row.reads,
  records: Number(row.records),
  firstAt: at(row.first),
  lastAt: at(row.last),
});

/** One for each account that was read at that moment. */
function singleReadsOf(row: ReadRow): readonly SingleRead[] {
  const read = {
    at: at(row.at_ms),
    resource: row.resource,
    present: row.present,
    ...(row.interaction_id !== null && { interactionId: row.interaction_id }),
  };
  if (row.account_ids.length === 0) return [{ ...read, records: 0 }];
  return row.account_ids.map((account, index) => ({
    ...read,
    account: asAccountId(account),
    records: row.records[index] ?? 0,
  }));
}
