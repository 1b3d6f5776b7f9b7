/** A calendar day in UTC, counted from 1970-01-01. The bank keeps its books in UTC so that no day has 23 hours. */
export type Day = number;

export const DAY_MS = 86_400_000;

export const dayOf = (instant: Date): Day => Math.floor(instant.getTime() / DAY_MS);

/** The instant `millisecond` milliseconds into `day`. */
export const instantOn = (day: Day, millisecond = 0): Date => new Date(day * DAY_MS + millisecond);

export const dayFrom = (isoDate: string): Day => dayOf(new Date(`${isoDate}T00:00:00Z`));

/** 1 to 31. */
export const dayOfMonth = (day: Day): number => instantOn(day).getUTCDate();

export const firstOfMonth = (day: Day): Day => day - dayOfMonth(day) + 1;

export const lastOfMonth = (day: Day): Day => {
  const date = instantOn(day);
  return dayOf(new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)));
};

/** The same day of the month `months` earlier, or that month's last day where it is shorter. */
export function monthsBefore(day: Day, months: number): Day {
  const date = instantOn(day);
  const first = dayOf(new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - months, 1)));
  return Math.min(first + date.getUTCDate() - 1, lastOfMonth(first));
}
