import { DAY_MS, type Day, dayFrom, instantOn } from "./day.ts";

/**
 * Days as the bank's customers live them. The books are kept in UTC; when a payment is due and when a limit begins
 * anew are said to people, and so are days of their calendar.
 */

const IN_LONDON = new Intl.DateTimeFormat("en-CA", {
  timeZone: "Europe/London",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
});

export const londonDayOf = (instant: Date): Day => dayFrom(IN_LONDON.format(instant));

/** Midnight in London: in summer that is an hour before midnight in UTC. */
export function startOfLondonDay(day: Day): Date {
  const anHourBefore = instantOn(day, -DAY_MS / 24);
  return londonDayOf(anHourBefore) === day ? anHourBefore : instantOn(day);
}

/** `ISODateTime` of the standard. One without an offset is in UTC, not in the zone of this process. */
export function instantFrom(text: string): Date {
  return new Date(/(?:Z|[+-]\d{2}:?\d{2})$/i.test(text) ? text : `${text}Z`);
}
