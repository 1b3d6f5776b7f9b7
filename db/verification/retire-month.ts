import postgres from "postgres";
import { MonthDigest, type Retirement } from "~/domain/audit/retirement";

interface Retiring {
  /** Of a login that owns the tables. */
  readonly databaseUrl: string;
  /** `2019-03`. */
  readonly month: string;
  sign(retirement: Retirement): Promise<string>;
}

export interface Retired {
  readonly claims: readonly (Retirement & { readonly signed: string })[];
  readonly events: number;
}

const AT_ONCE = 5_000;

/**
 * Signs what is in a month of the record and drops it, in one transaction. The record has to be verified before: what is
 * gone can be compared with nothing any more. The database refuses every month but the oldest, and one that ended less
 * than a year ago.
 */
export async function retireMonth({ databaseUrl, month, sign }: Retiring): Promise<Retired> {
  const sql = postgres(databaseUrl, { max: 1, connect_timeout: 5, onnotice: () => {} });
  try {
    return (await sql.begin(async (connection) => {
      const digests = new Map<string, MonthDigest>();
      // By when it was written and not by its part: what lies in no part of its own must show.
      const links = connection<{ tenant: string; hash: Uint8Array }[]>`
        select tenant, event_hash as hash from assent.audit_link
        where event_at >= (${month} || '-01')::timestamp at time zone 'UTC'
          and event_at < ((${month} || '-01')::timestamp + interval '1 month') at time zone 'UTC'
        order by tenant, seq`;
      for await (const rows of links.cursor(AT_ONCE)) {
        for (const { tenant, hash } of rows) {
          const digest = digests.get(tenant) ?? new MonthDigest();
          digests.set(tenant, digest);
          digest.add(hash);
        }
      }
      const retirements = [...digests].map(([tenant, digest]): Retirement => ({ tenant, month, ...digest.end() }));
      const claims = await Promise.all(retirements.map(async (each) => ({ ...each, signed: await sign(each) })));
      const [row] = await connection<{ events: string }[]>`
        select assent.retire_audit_month((${month} || '-01')::date, ${JSON.stringify(claims)}::text::jsonb) as events`;
      return { claims, events: Number(row?.events ?? 0) };
    })) as Retired;
  } finally {
    await sql.end();
  }
}
