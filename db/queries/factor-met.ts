import { type SQL, sql } from "drizzle-orm";
import { LOCK_SECONDS, MOST_WRONG } from "~/domain/factor/code";
import type { CustomerRef } from "~/domain/shared/ids";
import type { VisitRecord } from "~/ports/consent-desk";

/** Open by the database's clock, and not by anybody's word; and bound to what the challenge says. */
export const isOpenFactor = ({ id }: Pick<VisitRecord, "id">, challenge: string): SQL =>
  sql`visit_id = ${id} and challenge = ${challenge} and state = 'open' and expires_at > clock_timestamp()`;

/** The requests of a customer of which wrong tries still count. */
const counting = (customer: SQL): SQL => sql`
  from assent.factor_request as tried where tried.customer_ref = ${customer} and tried.state <> 'met'
    and tried.expires_at > clock_timestamp() - make_interval(secs => ${LOCK_SECONDS})`;

/** Whether a customer has tries left. @param customer their pseudonym, as SQL. */
export const hasTries = (customer: SQL): SQL =>
  sql`(select coalesce(sum(tried.wrong_tries), 0) < ${MOST_WRONG} ${counting(customer)})`;

/**
 * The part `tries` of a statement that judges a factor: how often its customer was wrong, over all their visits. One
 * after the other, always in the same order, so that tries on many visits at the same moment cannot pass together.
 */
export const triesCounted = (customer: CustomerRef): SQL => sql`tries as (
    select coalesce(sum(wrong_tries), 0)::int as wrong from (
      select tried.wrong_tries ${counting(sql`${customer}::uuid`)} order by tried.visit_id for update
    ) as each
  )`;

export const TRIES_LEFT = sql`tries.wrong < ${MOST_WRONG}`;

/**
 * Closes the request of that challenge, as the part `met` of the statement that records the answer: a factor is used
 * once, and never for another answer than the one that it was bound to.
 *
 * @param given a part that must hold a row: without the answer the factor stays as it is.
 */
export const factorMet = (
  visit: Pick<VisitRecord, "id">,
  challenge: string,
  customer: CustomerRef,
  given?: SQL,
): SQL => sql`${triesCounted(customer)},
  met as (
    update assent.factor_request set state = 'met', code_mac = null
    from tries where ${isOpenFactor(visit, challenge)} and ${TRIES_LEFT}
      ${given ? sql`and exists (select from ${given})` : sql``}
    returning visit_id
  )`;
