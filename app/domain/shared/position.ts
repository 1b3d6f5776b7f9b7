/** Where a page of a list begins: behind a row, or so that it ends before one (keyset). */
export interface Position {
  readonly side: "after" | "before";
  /** Microseconds since 1970; a JavaScript date is not that exact. */
  readonly at: string;
  /** Of the row itself, among those of the same instant. */
  readonly key: string;
}

const LONGEST_CURSOR = 256;
/** Up to the year 5138, which PostgreSQL can add to 1970. */
const CURSOR = /^(\d{1,17})\.(.+)$/s;

/** Reads what {@link cursorOf} wrote into an address; undefined for anything else. */
export function positionOf(query: URLSearchParams): Position | undefined {
  return sideOf("after", query) ?? sideOf("before", query);
}

function sideOf(side: Position["side"], query: URLSearchParams): Position | undefined {
  const value = query.get(side) ?? "";
  const [, at, key] = value.length <= LONGEST_CURSOR && !value.includes("\0") ? (CURSOR.exec(value) ?? []) : [];
  return at && key ? { side, at, key } : undefined;
}

/** A position as the part of an address. */
export const cursorOf = ({ side, at, key }: Position): Record<string, string> => ({ [side]: `${at}.${key}` });
