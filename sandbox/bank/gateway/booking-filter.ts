import { badRequest } from "./refusal.ts";

/** A span of booking times; a missing end is open. Both ends belong to it. */
export interface Span {
  readonly from?: Date;
  readonly to?: Date;
}

// A plus sign that was not percent-encoded arrives as a space.
const DATE_TIME = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(\.\d{1,9})?(?:Z|[+ -]\d{2}:?\d{2})?$/;

/**
 * Reads `fromBookingDateTime` or `toBookingDateTime`: an ISO 8601 date-time whose zone, if it has one, is ignored
 * (UK Read/Write API, filtering).
 *
 * @throws Refusal 400 Field.InvalidDate for anything else, days that no calendar has included
 */
export function bookingDate(name: string, value: string | undefined): Date | undefined {
  if (value === undefined) return undefined;
  const match = DATE_TIME.exec(value);
  const date = new Date(`${match?.[1]}${(match?.[2] ?? "").slice(0, 4)}Z`);
  // `new Date` turns 30 February into 2 March: only a date that reads back as it was written is one.
  if (!match || Number.isNaN(date.getTime()) || date.toISOString().slice(0, 19) !== match[1]) {
    throw badRequest("Field.InvalidDate", "This is not an ISO 8601 date and time.", name);
  }
  return date;
}

/** What lies in all of them. */
export function intersection(...spans: readonly Span[]): Span {
  const starts = spans.flatMap(({ from }) => (from ? [from.getTime()] : []));
  const ends = spans.flatMap(({ to }) => (to ? [to.getTime()] : []));
  return {
    ...(starts.length > 0 && { from: new Date(Math.max(...starts)) }),
    ...(ends.length > 0 && { to: new Date(Math.min(...ends)) }),
  };
}

export const contains = ({ from, to }: Span, instant: Date): boolean =>
  (!from || from <= instant) && (!to || instant <= to);
