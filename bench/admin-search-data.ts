import type { Sql } from "postgres";

/** Two words of letters for each customer, the same in every run; the second as many share as share a surname. */
export async function fillDirectory(sql: Sql, customers: number): Promise<void> {
  await sql`
    insert into assent.customer_directory (customer_id, name, folded, grams, told_at, due_at)
    select 'cus-' || nth, initcap(folded), folded, array(
        select distinct substr(word, start, 3) from regexp_split_to_table(folded, ' ') as word,
          generate_series(1, length(word) - 2) as start), now(), now() + interval '90 days'
    from generate_series(0, ${customers - 1}::int) as nth
    cross join lateral (select translate(substr(md5('first' || nth), 1, 6), '0123456789', 'ghijklmnop') || ' ' ||
      translate(substr(md5('last' || nth / 10), 1, 7), '0123456789', 'ghijklmnop') as folded) as named
    on conflict (customer_id) do update set name = excluded.name, folded = excluded.folded, grams = excluded.grams`;
  await sql`vacuum analyze assent.customer_directory`;
}

export interface Searches {
  readonly name: string;
  readonly texts: readonly string[];
  /** The same found by reading everything. */
  readonly scan: (text: string) => Promise<unknown>;
}

/** What staff look for, of customers from all over the table. */
export async function someSearches(sql: Sql, customers: number, many: number): Promise<readonly Searches[]> {
  const asked = await sql<{ consent: string; customer: string; part: string }[]>`
    select 'aac-' || md5((1 + nth)::text) as consent, 'cus-' || nth as customer,
      substr(split_part(folded, ' ', 2), 2, 6) as part
    from generate_series(0, ${many - 1}::int) as step
    cross join lateral (select (step::bigint * ${customers} / ${many})::int as nth) as chosen
    join assent.customer_directory on customer_id = 'cus-' || nth`;
  const all = sql`select * from assent.consent_projection where`;
  const order = sql`order by created_at desc, consent_id desc limit 51`;
  const scanned = (work: () => Promise<unknown>) => withoutIndexes(sql, work);
  return [
    {
      name: "the beginning of an id",
      texts: asked.map(({ consent }) => consent.slice(0, 14)),
      scan: (text) => scanned(() => sql`${all} starts_with(consent_id, ${text}) ${order}`),
    },
    {
      name: "a customer's number",
      texts: asked.map(({ customer }) => customer),
      scan: (text) => scanned(() => sql`${all} customer_id = ${text} ${order}`),
    },
    {
      name: "a part of a name",
      texts: asked.map(({ part }) => part),
      scan: (text) =>
        scanned(
          () => sql`${all} customer_id in (
            select customer_id from assent.customer_directory where strpos(folded, ${text}) > 0) ${order}`,
        ),
    },
  ];
}

async function withoutIndexes(sql: Sql, work: () => Promise<unknown>): Promise<void> {
  await sql`set enable_indexscan = off`;
  await sql`set enable_indexonlyscan = off`;
  await sql`set enable_bitmapscan = off`;
  await work();
  await sql`reset all`;
}
