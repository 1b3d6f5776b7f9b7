import { type SQL, sql } from "drizzle-orm";
import { CONSENT_KINDS, traitsOf } from "~/domain/consent-kinds/index";
import type { AffectedBySuspension, TppSuspensions } from "~/ports/tpp-suspensions";
import type { createExecute } from "./execute";

const named = (wanted: (kind: (typeof CONSENT_KINDS)[number]) => boolean): SQL =>
  sql.raw(
    CONSENT_KINDS.filter(wanted)
      .map((kind) => `'${kind}'`)
      .join(", "),
  );

const PAYMENTS = named((kind) => traitsOf(kind).moves === "money" && !traitsOf(kind).lasts);

/**
 * Who would notice, in one question to the index by client and status. It reads at most a page more than the bound,
 * however many consents there are.
 */
export const createAffected =
  (execute: ReturnType<typeof createExecute>): TppSuspensions["affected"] =>
  async (client, most) => {
    const some = (statuses: SQL) => sql`
      select customer_id, kind from assent.consent_projection
      where client_id = ${client} and status in (${statuses}) limit ${most}`;
    const [row] = await execute<Record<keyof AffectedBySuspension, number>>(sql`
      with live as (${some(sql`'authorised', 'suspended', 'partially-authorised'`)}),
        asked as (${some(sql`'pending', 'awaiting-upload'`)})
      select count(*)::int as consents, count(distinct customer_id)::int as customers,
        (count(*) filter (where kind in (${PAYMENTS})))::int as payments,
        (count(*) filter (where kind = 'domestic-vrp'))::int as vrps,
        (select count(*) from asked)::int as waiting
      from live`);
    return row ?? { consents: 0, customers: 0, payments: 0, vrps: 0, waiting: 0 };
  };
