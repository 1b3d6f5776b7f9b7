/** The bank's own time zone: what happens on a day happens on the bank's, wherever its customer is. */
export const BANK_TIME_ZONE = "Europe/London";

const DAY_MS = 86_400_000;

/** A day of the calendar, without an hour and without a zone: so many days since 1 January 1970. */
export type BankDay = number;

const parts = new Intl.DateTimeFormat("en-GB", {
  year: "numeric",
  month: "numeric",
  day: "numeric",
  timeZone: BANK_TIME_ZONE,
});

/** The bank's day at an instant. */
export function bankDayOf(instant: Date): BankDay {
  const found = new Map(parts.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  return dayOf(found.get("year") ?? 0, found.get("month") ?? 1, found.get("day") ?? 1);
}

/** @param month from 1. A day after the month's end is one of the next month. */
export function dayOf(year: number, month: number, day: number): BankDay {
  // `Date.UTC` takes the years before 100 for those of the last century.
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getTime() / DAY_MS;
}

/** Year, month from 1, day of the month, and the weekday from 1, Monday (ISO 8601). */
export function calendarOf(day: BankDay): { year: number; month: number; day: number; weekday: number } {
  const date = new Date(day * DAY_MS);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: ((date.getUTCDay() + 6) % 7) + 1,
  };
}

/** Noon of that day by UTC: the same day in the bank's zone, whatever the season. */
export const noonOf = (day: BankDay): Date => new Date(day * DAY_MS + DAY_MS / 2);

/** The same day of the month so many months later; the last one where that month is shorter. */
export function monthsAfter(from: BankDay, months: number): BankDay {
  const { year, month, day } = calendarOf(from);
  return Math.min(dayOf(year, month + months, day), dayOf(year, month + months + 1, 0));
}
