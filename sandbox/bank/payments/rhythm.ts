import { type Day, dayOfMonth, firstOfMonth, instantOn, lastOfMonth, monthsBefore } from "../core/day.ts";

/**
 * How often a standing order pays: the patterns of v3.1.11, and the frequencies of v4.0 that name a rhythm.
 *
 * @returns the first day after `after` of the rhythm that began on `anchor`.
 */
export type Rhythm = (anchor: Day, after: Day) => Day;

/** `Frequency` of either version; undefined where it is none that this bank pays in. */
export function rhythmFrom(frequency: unknown): Rhythm | undefined {
  if (typeof frequency === "string") return fromPattern(frequency);
  if (typeof frequency !== "object" || frequency === null) return undefined;
  const { Type, PointInTime, CountPerPeriod } = frequency as Record<string, unknown>;
  // More than once in a period says nothing of when.
  if (typeof Type !== "string" || (CountPerPeriod !== undefined && CountPerPeriod !== 1)) return undefined;
  const point = PointInTime === undefined ? undefined : Number(PointInTime);
  // v4.0 takes the older patterns in the same place.
  return FREQUENCIES[Type]?.(point) ?? fromPattern(Type);
}

/** ISO 20022 frequency codes; `PointInTime` is a day of the week or of the month. */
const FREQUENCIES: Readonly<Record<string, (point?: number) => Rhythm>> = {
  DAIL: () => eachDays(1),
  WODL: () => workingDays,
  WEEK: (weekday) => eachWeeks(1, weekday),
  FRTN: (weekday) => eachWeeks(2, weekday),
  FOWK: (weekday) => eachWeeks(4, weekday),
  MNTH: (day) => eachMonths(1, day),
  TWMH: (day) => eachMonths(2, day),
  ALMH: (day) => eachMonths(2, day),
  QURT: (day) => eachMonths(3, day),
  FOMH: (day) => eachMonths(4, day),
  FIMH: (day) => eachMonths(5, day),
  MIAN: (day) => eachMonths(6, day),
  YEAR: (day) => eachMonths(12, day),
};

function fromPattern(pattern: string): Rhythm | undefined {
  const [name = "", ...parts] = pattern.split(":");
  const [first = 0, second = 0] = parts.map(Number);
  switch (name) {
    case "EvryDay":
      return eachDays(1);
    case "EvryWorkgDay":
      return workingDays;
    case "IntrvlDay":
      return first >= 2 ? eachDays(first) : undefined;
    case "IntrvlWkDay":
      return first >= 1 ? eachWeeks(first, second) : undefined;
    case "WkInMnthDay":
      return first >= 1 ? weekdayOfMonth(first, second) : undefined;
    case "IntrvlMnthDay":
      return first >= 1 ? eachMonths(first, second) : undefined;
    case "QtrDay":
      return quarterDays(QUARTER_DAYS[parts[0] ?? ""]);
    default:
      return undefined;
  }
}

/** Month and day (UK Read/Write API, standing orders, `QtrDay`). */
const QUARTER_DAYS: Readonly<Record<string, readonly (readonly [month: number, day: number])[]>> = {
  ENGLISH: [[3, 25], [6, 24], [9, 29], [12, 25]], // biome-ignore format: one line a calendar
  SCOTTISH: [[2, 2], [5, 15], [8, 1], [11, 11]], // biome-ignore format: one line a calendar
  RECEIVED: [[3, 20], [6, 19], [9, 24], [12, 20]], // biome-ignore format: one line a calendar
};

const eachDays =
  (days: number): Rhythm =>
  (anchor, after) =>
    anchor + days * (Math.floor((after - anchor) / days) + 1);

const workingDays: Rhythm = (_, after) => {
  const day = after + 1;
  return day + [0, 0, 0, 0, 0, 2, 1][weekdayOf(day) - 1]!;
};

/** On the anchor's own weekday where none is named. */
const eachWeeks =
  (weeks: number, weekday?: number): Rhythm =>
  (anchor, after) => {
    const monday = anchor - weekdayOf(anchor) + 1;
    const first = monday + (weekday ?? weekdayOf(anchor)) - 1;
    return eachDays(7 * weeks)(first, Math.max(after, first - 1));
  };

/** Counted from the end where negative; the last day where a month is too short. */
const eachMonths =
  (months: number, day?: number): Rhythm =>
  (anchor, after) => {
    const wanted = day ?? dayOfMonth(anchor);
    return firstMatch(anchor, after, months, (first) =>
      wanted < 0 ? lastOfMonth(first) + wanted + 1 : Math.min(first + wanted - 1, lastOfMonth(first)),
    );
  };

/** The fifth is the last one where a month has four. */
const weekdayOfMonth =
  (week: number, weekday: number): Rhythm =>
  (anchor, after) =>
    firstMatch(anchor, after, 1, (first) => {
      const day = first + ((weekday - weekdayOf(first) + 7) % 7) + 7 * (week - 1);
      return day > lastOfMonth(first) ? day - 7 : day;
    });

function quarterDays(days: (typeof QUARTER_DAYS)[string] | undefined): Rhythm | undefined {
  if (!days) return undefined;
  return (anchor, after) => {
    for (let month = firstOfMonth(Math.max(anchor, after)); ; month = lastOfMonth(month) + 1) {
      const [, date] = days.find(([number]) => number === instantOn(month).getUTCMonth() + 1) ?? [];
      if (date !== undefined && month + date - 1 > after) return month + date - 1;
    }
  };
}

/** Walks the months of the rhythm from the anchor's one on. */
function firstMatch(anchor: Day, after: Day, months: number, dayIn: (firstOfMonth: Day) => Day): Day {
  for (let step = 0; ; step += months) {
    const day = dayIn(monthsBefore(firstOfMonth(anchor), -step));
    if (day > after) return day;
  }
}

/** 1 is Monday. 1970-01-01 was a Thursday. */
const weekdayOf = (day: Day): number => ((((day + 3) % 7) + 7) % 7) + 1;
