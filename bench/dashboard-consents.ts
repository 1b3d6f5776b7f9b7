import type { Sql } from "postgres";

/** So many rows at once: a statement that is not over after minutes says nothing of how far it is. */
const CHUNK = 500_000;
/** Of each customer: what goes on, what has ended, and payments, as {@link SHAPE} has it. */
export const EACH = 20;

/**
 * Fills the picture with `total` consents of `total / 20` customers, each customer's scattered over the whole table as
 * years of traffic leave them, with the move by which each was agreed to. Goes on where it was interrupted.
 */
export async function fillConsents(sql: Sql, total: number, told: (rows: number) => void): Promise<void> {
  await sql`set session_replication_role = replica`;
  const indexes = await indexesOf(sql);
  const [{ made = 0 } = {}] = await sql<{ made: number }[]>`
    select coalesce(max(authority_revision), 0)::int as made from assent.consent_projection`;
  // Nobody misses it after a crash of this machine.
  for (const table of ["consent_projection", "consent_version_projection"])
    await sql.unsafe(`alter table assent.${table} set unlogged`);
  // Of each row, one entry less to keep in order while there are millions to come.
  for (const { name } of indexes) await sql.unsafe(`drop index assent.${name}`);
  for (let done = made; done < total; done = Math.min(done + CHUNK, total)) {
    const last = Math.min(done + CHUNK, total);
    await sql.begin(async (transaction) => {
      await transaction`
        insert into assent.consent_projection (consent_id, client_id, client_name, kind, customer_id, status, reason,
          version, account_ids, permissions, created_at, changed_at, expires_at, authority_revision, confirmed_at)
        select 'aac-' || md5(nth::text), 'tpp-' || nth % 97, 'App number ' || nth % 97, shape.kind,
          'cus-' || nth % ${total / EACH}::int, shape.status, shape.reason, 2, array['acc-1', 'acc-2'],
          array['ReadAccountsBasic', 'ReadBalances'], now() - nth % 700 * interval '1 day',
          now() - nth % 700 * interval '1 day' - nth % 86400 * interval '1 second', now() + interval '90 days', nth, now()
        from generate_series(${done + 1}::int, ${last}::int) as nth
        join lateral (select * from (values
            ('account-access', 'authorised', 'customer-approved', 6), ('domestic-vrp', 'authorised', 'customer-approved', 7),
            ('funds-confirmation', 'authorised', 'customer-approved', 8), ('account-access', 'revoked', 'customer-stopped', 12),
            ('domestic-payment', 'consumed', 'used', 20)) as shape (kind, status, reason, below)
          where nth / ${total / EACH}::int % ${EACH} < below order by below limit 1) as shape on true`;
      await transaction`
        insert into assent.consent_version_projection (consent_id, version, at, move, to_status, actor_type, reason, source,
          difference, correlation_id)
        select 'aac-' || md5(nth::text), 2, now() - nth % 700 * interval '1 day', 'authorise', 'authorised', 'customer',
          'customer-approved', 'assent', '{}', 'bench'
        from generate_series(${done + 1}::int, ${last}::int) as nth`;
    });
    told(last);
  }
  for (const { definition } of indexes) await sql.unsafe(definition);
  await sql`vacuum analyze assent.consent_projection`;
  await sql`vacuum analyze assent.consent_version_projection`;
}

const indexesOf = (sql: Sql) => sql<{ name: string; definition: string }[]>`
  select indexname as name, indexdef as definition from pg_indexes
  where schemaname = 'assent' and tablename = 'consent_projection' and indexname not like '%_pkey'`;
