import type { Rhythm, Weekday } from "~/domain/consent-kinds/rhythm";

/**
 * The patterns of `Frequency` (UK Read/Write API v3.1), and `iso:` before an ISO 20022 code of v4.0 that they have no
 * word for.
 *
 * @returns undefined for what is none of these, or says how often in a period and not when: nobody could say what is
 *   agreed to.
 */
export function rhythmFrom(frequency: string): Rhythm | undefined {
  if (frequency === "EvryDay") return { every: "day" };
  if (frequency === "EvryWorkgDay") return { every: "working-day" };
  const [, name = "", first = "", second = ""] = /^(\w+):([A-Z]+|\d{2})(?::(-?\d{2}))?$/.exec(frequency) ?? [];
  return PATTERNS.get(name)?.(first, second);
}

const PATTERNS: ReadonlyMap<string, (first: string, second: string) => Rhythm | undefined> = new Map([
  ["IntrvlDay", intervalOfDays],
  ["IntrvlWkDay", intervalOfWeeks],
  ["WkInMnthDay", weekOfMonth],
  ["IntrvlMnthDay", intervalOfMonths],
  ["QtrDay", quarterDay],
  ["iso", (code: string, point: string) => (point === "" ? ISO.get(code) : undefined)],
]);

function intervalOfDays(text: string, rest: string): Rhythm | undefined {
  const days = Number(text);
  return rest === "" && days >= 2 && days <= 31 ? { every: "days", days } : undefined;
}

function intervalOfWeeks(text: string, day: string): Rhythm | undefined {
  const [weeks, weekday] = [Number(text), weekdayFrom(day)];
  return weeks >= 1 && weeks <= 9 && weekday ? { every: "weeks", weeks, weekday } : undefined;
}

function weekOfMonth(text: string, day: string): Rhythm | undefined {
  const [week, weekday] = [Number(text), weekdayFrom(day)];
  return weekday && (week === 1 || week === 2 || week === 3 || week === 4 || week === 5)
    ? { every: "week-of-month", week, weekday }
    : undefined;
}

const INTERVALS = new Set([1, 2, 3, 4, 5, 6, 12, 24]);

function intervalOfMonths(text: string, dayText: string): Rhythm | undefined {
  const [months, day] = [Number(text), dayText === "" ? Number.NaN : Number(dayText)];
  const isDay = (day >= 1 && day <= 31) || (day <= -1 && day >= -5);
  return INTERVALS.has(months) && isDay ? { every: "months", months, day } : undefined;
}

const CALENDARS = { ENGLISH: "english", SCOTTISH: "scottish", RECEIVED: "received" } as const;

function quarterDay(text: string, rest: string): Rhythm | undefined {
  const of = new Map(Object.entries(CALENDARS)).get(text);
  return of && rest === "" ? { every: "quarter-day", of } : undefined;
}

const weekdayFrom = (text: string): Weekday | undefined =>
  /^0[1-7]$/.test(text) ? (Number(text) as Weekday) : undefined;

const months = (count: number): Rhythm => ({ every: "months", months: count });
const weeks = (count: number): Rhythm => ({ every: "weeks", weeks: count });

/** Counted from the day of the first payment. */
const ISO: ReadonlyMap<string, Rhythm> = new Map([
  ["DAIL", { every: "day" }],
  ["WODL", { every: "working-day" }],
  ["WEEK", weeks(1)],
  ["FRTN", weeks(2)],
  ["FOWK", weeks(4)],
  ["MNTH", months(1)],
  ["TWMH", months(2)],
  ["ALMH", months(2)],
  ["QURT", months(3)],
  ["FOMH", months(4)],
  ["FIMH", months(5)],
  ["MIAN", months(6)],
  ["YEAR", months(12)],
]);
