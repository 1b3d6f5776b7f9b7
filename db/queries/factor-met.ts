import { type SQL, sql } from "drizzle-orm";
import type { Visit } from "~/ports/consent-desk";

/** Open by the database's clock, and not by anybody's word; and bound to what the challenge says. */
export const isOpenFactor = ({ id }: Visit, challenge: string): SQL =>
  sql`visit_id = ${id} and challenge = ${challenge} and state = 'open' and expires_at > clock_timestamp()`;

/**
 * Closes the request of that challenge, as the part `met` of the statement that records the decision: a factor is used
 * once, and never for another decision than the one that it was bound to.
 */
export const factorMet = (visit: Visit, challenge: string): SQL => sql`met as (
    update assent.factor_request set state = 'met', code_mac = null
    where ${isOpenFactor(visit, challenge)}
    returning visit_id
  )`;
