import { type SQL, sql } from "drizzle-orm";
import type { SealedKeys } from "~/ports/sealed-keys";
import type { Database } from "../client.server";
import { createExecute } from "./execute";
import type { Seal } from "./seal";

interface SealedRow extends Record<string, unknown> {
  readonly id: string;
  readonly sealed: string;
}

/** How many in one round; each is opened and sealed, which takes about a tenth of a millisecond. */
const BATCH = 500;

/** A seal begins with its form and the name of its key. Older ones, by their first part, name none. */
const under = (sealed: SQL): SQL => sql`
  case when ${sealed} like '2.%' then split_part(${sealed}, '.', 2) else 'an older form' end`;
const nameIn = (sealed: string): string => sealed.split(".")[1] ?? "";

/** What lies sealed in PostgreSQL for longer than a visit: customers' keys, and visits whose answers are not settled. */
export function createSealedKeys(db: Database, seals: { readonly key: Seal; readonly visit: Seal }): SealedKeys {
  const execute = createExecute(db);
  /** Where this process goes on looking; what cannot be opened is passed over and met again on the next pass. */
  let after = "";

  const keysUnder = (newest: string) =>
    execute<SealedRow>(sql`
      select ref::text as id, sealed_key as sealed from assent.customer_key
      where ref::text > ${after} and ${under(sql`sealed_key`)} <> ${newest} order by ref::text limit ${BATCH}`);
  const visitsUnder = (newest: string) =>
    execute<SealedRow>(sql`
      select id::text, sealed_visit as sealed from assent.consent_decision
      where state = 'intended' and ${under(sql`sealed_visit`)} <> ${newest} order by intended_at limit ${BATCH}`);

  const resealed = async (rows: readonly SealedRow[], seal: Seal, put: (row: SealedRow, fresh: string) => SQL) => {
    const counts = { resealed: 0, unreadable: 0 };
    for (const row of rows) {
      const text = await seal.open(row.sealed).catch(() => undefined);
      if (text === undefined) counts.unreadable += 1;
      else if ((await execute(put(row, await seal.seal(text)))).length > 0) counts.resealed += 1;
    }
    return counts;
  };

  return {
    async reseal() {
      const [ofKeys = "", ofVisits = ""] = await Promise.all(
        [seals.key, seals.visit].map(async (seal) => nameIn(await seal.seal(""))),
      );
      const visits = await resealed(
        await visitsUnder(ofVisits),
        seals.visit,
        ({ id, sealed }, fresh) => sql`
          update assent.consent_decision set sealed_visit = ${fresh}
          where id = ${id}::uuid and sealed_visit = ${sealed} and state = 'intended' returning id`,
      );
      const rows = await keysUnder(ofKeys);
      const keys = await resealed(
        rows,
        seals.key,
        ({ id, sealed }, fresh) => sql`
          select ref from assent.customer_key
          where ref = ${id}::uuid and assent.reseal_customer_key(ref, ${sealed}, ${fresh})`,
      );
      after = rows[BATCH - 1]?.id ?? "";
      return {
        counts: {
          resealed: keys.resealed + visits.resealed,
          unreadable: keys.unreadable + visits.unreadable,
        },
        more: after !== "",
      };
    },

    async left() {
      const groups = await execute<{ key: string; sealed: string; keys: number; visits: number }>(sql`
        select key, min(sealed) as sealed, sum(keys)::int as keys, sum(visits)::int as visits from (
          select min(sealed_key) as sealed, count(*) as keys, 0 as visits, ${under(sql`sealed_key`)} as key
          from assent.customer_key group by 4
          union all
          select min(sealed_visit), 0, count(*), ${under(sql`sealed_visit`)}
          from assent.consent_decision where state = 'intended' group by 4
        ) as each group by key`);
      return Promise.all(
        groups.map(async ({ key, sealed, keys, visits }) => ({
          key,
          keys,
          visits,
          opens: await (keys > 0 ? seals.key : seals.visit).open(sealed).then(
            () => true,
            () => false,
          ),
        })),
      );
    },
  };
}
