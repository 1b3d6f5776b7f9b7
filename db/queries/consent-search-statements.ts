import { type SQL, sql } from "drizzle-orm";
import { CONSENT_KINDS } from "~/domain/consent-kinds/index";
import type { SearchOrder } from "~/domain/search/consent-filter";
import type { Narrowed, PageAsked } from "~/ports/consent-search";
import { conditionsOf, textArray, writtenStatuses } from "./consent-search-conditions";
import { micros, reading } from "./keyset";
import { consentColumns } from "./registered-consent-row";

const PLACE = { asked: sql`created_at`, changed: sql`changed_at`, ends: sql`expires_at` } as const satisfies Record<
  SearchOrder,
  SQL
>;

const CONSENTS = sql`assent.consent_projection as consent`;

/**
 * One page, as it is read from an index: what is narrowed to a few rows is taken whole; by customer, TPP, kind and status a
 * range of an index for each of them, of which no more is read than fits on the page; everything else in its own order.
 */
export function pageStatement(found: Narrowed, { order, from, size }: PageAsked): SQL {
  const at = PLACE[order];
  const { beyond, order: sorted } = reading(from, at, sql`consent_id`, order === "ends" ? "oldest" : "newest");
  const where = sql`${conditionsOf(found)} and ${beyond}`;
  const first = sql`order by ${sorted} limit ${size + 1}`;
  return sql`
    ${taken(found, where) ?? sql`with`} consent as (
      ${rangesOf(found, order, where, first) ?? sql`select * from ${source(found)} where ${where} ${first}`}
    )
    select ${consentColumns}, ${micros(at)} as place_at from consent order by ${sorted}`;
}

/** Few enough to be read whole, whatever the order. */
const isFew = ({ consents, filter }: Narrowed) => consents !== undefined || filter.account !== undefined;

const source = (found: Narrowed): SQL => (isFew(found) || hasCustomers(found) ? sql`few as consent` : CONSENTS);

const hasCustomers = ({ customers, filter }: Narrowed) => customers !== undefined || filter.customer !== undefined;

/** So that nobody thinks of walking through everything in order until some of these few come by. */
const taken = (found: Narrowed, where: SQL): SQL | undefined =>
  isFew(found) || hasCustomers(found)
    ? sql`with few as materialized (select consent.* from ${CONSENTS} where ${where}),`
    : undefined;

/** The ranges of an index that hold what is asked for, where it has them in this order. */
function rangesOf(found: Narrowed, order: SearchOrder, where: SQL, first: SQL): SQL | undefined {
  if (order !== "asked" || isFew(found)) return undefined;
  const { kinds, statuses, client, customer } = found.filter;
  const each = (ranges: SQL, range: SQL): SQL => sql`
    select consent.* from ${ranges} cross join lateral (
      select consent.* from ${CONSENTS} where ${range} and ${where} ${first}
    ) as consent ${first}`;
  const written = textArray(writtenStatuses(statuses));
  const customers = found.customers ?? (customer === undefined ? undefined : [customer]);
  if (customers) return each(sql`unnest(${textArray(customers)}) as whose`, sql`customer_id = whose`);
  const clients = found.clients ?? (client === undefined ? undefined : [client]);
  if (clients)
    return each(
      sql`unnest(${textArray(clients)}) as whose cross join unnest(${written}) as how`,
      sql`client_id = whose and status = how`,
    );
  if (kinds.length === 0 && statuses.length === 0) return undefined;
  return each(
    sql`unnest(${textArray(kinds.length > 0 ? kinds : CONSENT_KINDS)}) as what cross join unnest(${written}) as how`,
    sql`kind = what and status = how`,
  );
}

/** No more are counted than somebody wants to know of. */
export const countStatement = (found: Narrowed, limit: number): SQL => sql`
  select count(*)::int as count from (select from ${CONSENTS} where ${conditionsOf(found)} limit ${limit}) as seen`;
