import { type SQL, sql } from "drizzle-orm";
import { OPEN_STATUSES } from "~/domain/consent/lifecycle";

const OPEN = sql.raw(OPEN_STATUSES.map((status) => `'${status}'`).join(", "));

/** Whether a row of the projection is of those that time can end; in the words of the index that finds them. */
const isOpenRow = (row: SQL): SQL => sql`${row}.status in (${OPEN})`;

/**
 * Whether the end of a row has come, by the database's clock (X-10, R9): at the very instant it has.
 *
 * @param end when it ends; its column, unless that must not be looked up by an index.
 */
export const isOver = (row: SQL, end = sql`${row}.expires_at`): SQL =>
  sql`(${isOpenRow(row)} and ${end} <= clock_timestamp())`;

/** The status that holds at this moment. Whoever reads a consent's status reads this; the job only writes it down. */
export const effectiveStatus = (row: SQL): SQL => sql`case when ${isOver(row)} then 'expired' else ${row}.status end`;
