import { type SQL, sql } from "drizzle-orm";
import { CONSENT_STATUSES, type ConsentStatus, OPEN_STATUSES } from "~/domain/consent/lifecycle";
import type { DayRange } from "~/domain/search/day-range";
import type { Narrowed } from "~/ports/consent-search";
import { effectiveStatus } from "./consent-projection-status";
import { agreedAt } from "./registered-consent-row";

export const textArray = (values: readonly string[]): SQL => sql`${sql.param([...values])}::text[]`;

/** No request stays open for longer: the days that signers have at most, and a month for the hand-off. */
const LONGEST_OPEN = sql.raw("interval '120 days'");

const midnight = (day: string): SQL => sql`(${day}::timestamp at time zone 'UTC')`;
const within = (at: SQL, { from, to }: DayRange): readonly SQL[] => [
  ...(from === undefined ? [] : [sql`${at} >= ${midnight(from)}`]),
  ...(to === undefined ? [] : [sql`${at} < ${midnight(to)} + interval '1 day'`]),
];

/** The statuses on record of what can be in one of these: what has run out may not be written down yet (X-10). */
export function writtenStatuses(statuses: readonly ConsentStatus[]): readonly ConsentStatus[] {
  if (statuses.length === 0) return CONSENT_STATUSES;
  const open: readonly ConsentStatus[] = statuses.includes("expired") ? OPEN_STATUSES : [];
  return [...new Set([...statuses, ...open])];
}

/**
 * When it was granted hangs on its history. Two columns bound what has to be looked up: nothing is granted before it is
 * asked for, nor without a change.
 */
const granted = (range: DayRange): readonly SQL[] => [
  ...within(agreedAt, range),
  ...(range.to === undefined ? [] : [sql`created_at < ${midnight(range.to)} + interval '1 day'`]),
  ...(range.from === undefined
    ? []
    : [sql`changed_at >= ${midnight(range.from)}`, sql`created_at >= ${midnight(range.from)} - ${LONGEST_OPEN}`]),
];

/** What every row has to meet, of `consent`. */
export function conditionsOf({ filter, consents, customers, clients }: Narrowed): SQL {
  const { kinds, statuses, customer, account, client } = filter;
  const all = [
    sql`true`,
    ...(consents ? [sql`consent_id = any(${textArray(consents)})`] : []),
    ...(customers ? [sql`customer_id = any(${textArray(customers)})`] : []),
    ...(customer === undefined ? [] : [sql`customer_id = ${customer}`]),
    ...(account === undefined ? [] : [sql`account_ids && ${textArray([account])}`]),
    ...(clients ? [sql`client_id = any(${textArray(clients)})`] : []),
    ...(client === undefined ? [] : [sql`client_id = ${client}`]),
    ...(kinds.length === 0 ? [] : [sql`kind = any(${textArray(kinds)})`]),
    ...(statuses.length === 0
      ? []
      : [
          sql`status = any(${textArray(writtenStatuses(statuses))})`,
          sql`${effectiveStatus(sql`consent`)} = any(${textArray(statuses)})`,
        ]),
    ...(filter.granted ? granted(filter.granted) : []),
    ...(filter.changed ? within(sql`changed_at`, filter.changed) : []),
    ...(filter.ends ? [sql`expires_at is not null`, ...within(sql`expires_at`, filter.ends)] : []),
  ];
  return sql.join(all, sql` and `);
}
