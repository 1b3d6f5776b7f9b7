import { type SQL, sql } from "drizzle-orm";
import type { Position } from "~/domain/shared/position";

/** What is on record can be that much more exact than a JavaScript date. */
export const micros = (column: SQL): SQL => sql`(extract(epoch from ${column}) * 1000000)::bigint::text`;
const instant = (at: string): SQL => sql`'epoch'::timestamptz + ${at}::bigint * interval '1 microsecond'`;

/**
 * Which way a page is read: from the newest on, or, to come before a row, back from there.
 *
 * @param first which end of the list its first page has.
 */
export function reading(
  from: Position | undefined,
  at: SQL,
  key: SQL,
  first: "newest" | "oldest" = "newest",
): { beyond: SQL; order: SQL } {
  const down = (from?.side === "before") !== (first === "newest");
  const [sign, direction] = down ? [sql`<`, sql`desc`] : [sql`>`, sql`asc`];
  return {
    beyond: from ? sql`(${at}, ${key}) ${sign} (${instant(from.at)}, ${from.key})` : sql`true`,
    order: sql`${at} ${direction}, ${key} ${direction}`,
  };
}

/** One more was asked for than fit on the page, to know whether there are more. */
export function paged<Row>(
  found: readonly Row[],
  size: number,
  from: Position | undefined,
  placeOf: (row: Row) => Omit<Position, "side">,
): { rows: readonly Row[]; newer?: Position; older?: Position } {
  const more = found.length > size;
  const kept = found.slice(0, size);
  const rows = from?.side === "before" ? kept.reverse() : kept;
  const [first, last] = [rows[0], rows.at(-1)];
  const isNewer = from?.side === "before" ? more : from !== undefined;
  const isOlder = from?.side === "before" || more;
  return {
    rows,
    ...(isNewer && first && { newer: { side: "before", ...placeOf(first) } }),
    ...(isOlder && last && { older: { side: "after", ...placeOf(last) } }),
  };
}
