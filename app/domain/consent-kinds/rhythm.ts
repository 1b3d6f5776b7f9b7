import { type BankDay, calendarOf, dayOf } from "../shared/bank-day";

/**
 * How often a standing order pays, as the UK standard can say it: the patterns of v3.1.11 (`EvryDay`, `IntrvlWkDay:…`)
 * and the ISO 20022 frequency codes of v4.0, brought to one form. Weekdays count from 1, Monday.
 */
export type Rhythm =
  /** `EvryDay`, `DAIL`: all days, weekends too. */
  | { readonly every: "day" }
  /** `EvryWorkgDay`, `WODL`. */
  | { readonly every: "working-day" }
  /** `IntrvlDay:nn`, 2 to 31; `INDA` several times a day is none of these and is not understood. */
  | { readonly every: "days"; readonly days: number }
  /** `IntrvlWkDay:nn:d`: `WEEK`, `FRTN`, `FOWK` too. */
  | { readonly every: "weeks"; readonly weeks: number; readonly weekday?: Weekday }
  /** `WkInMnthDay:nn:d`: in the nth week of each month, on that weekday. */
  | { readonly every: "week-of-month"; readonly week: 1 | 2 | 3 | 4 | 5; readonly weekday: Weekday }
  /** `IntrvlMnthDay:nn:dd`: each n months on a day, counted from the month's end where negative (-1 is the last). */
  | { readonly every: "months"; readonly months: number; readonly day?: number }
  /** `QtrDay:…`: the quarter days of England, of Scotland, or of the payer's own bank ("RECEIVED"). */
  | { readonly every: "quarter-day"; readonly of: "english" | "scottish" | "received" };

export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/**
 * The next days of a rhythm that began on `anchor`: `count` of them, the first one after `after`. Working days are Monday
 * to Friday: of holidays the standard says nothing. A day that a month lacks is its last one, and a fifth week that it
 * lacks its fourth.
 */
export function daysAfter(rhythm: Rhythm, anchor: BankDay, after: BankDay, count: number): readonly BankDay[] {
  const days: BankDay[] = [];
  for (let step = firstStep(rhythm, anchor, after); days.length < count; step++) {
    for (const day of daysOf(rhythm, anchor, step)) if (day > after && days.length < count) days.push(day);
  }
  return days;
}

/** The days of one step of a rhythm: a day, a week, a month or a year counted from the anchor's, or none. */
function daysOf(rhythm: Rhythm, anchor: BankDay, step: number): readonly BankDay[] {
  const { year, month, day: dayOfMonth, weekday } = calendarOf(anchor);
  switch (rhythm.every) {
    case "day":
      return [anchor + step];
    case "working-day":
      return calendarOf(anchor + step).weekday <= FRIDAY ? [anchor + step] : [];
    case "days":
      return [anchor + step * rhythm.days];
    case "weeks":
      return [anchor - weekday + (rhythm.weekday ?? weekday) + step * rhythm.weeks * WEEK].filter(
        (day) => day >= anchor,
      );
    case "week-of-month":
      return [weekdayOfMonth(year, month + step, rhythm.week, rhythm.weekday)];
    case "months":
      return [dayOfMonthIn(year, month + step * rhythm.months, rhythm.day ?? dayOfMonth)];
    case "quarter-day":
      return QUARTER_DAYS[rhythm.of].map(([quarter, day]) => dayOf(year + step, quarter, day));
  }
}

/** Where to begin: a step of which no day is after `after`, and not far from one that has. */
function firstStep(rhythm: Rhythm, anchor: BankDay, after: BankDay): number {
  return Math.max(0, Math.floor((after - anchor) / longestStep(rhythm)) - 1);
}

/** In days. */
function longestStep(rhythm: Rhythm): number {
  switch (rhythm.every) {
    case "day":
    case "working-day":
      return 1;
    case "days":
      return rhythm.days;
    case "weeks":
      return rhythm.weeks * WEEK;
    case "week-of-month":
      return 31;
    case "months":
      return rhythm.months * 31;
    case "quarter-day":
      return 366;
  }
}

function weekdayOfMonth(year: number, month: number, week: number, weekday: Weekday): BankDay {
  const first = dayOf(year, month, 1);
  const day = first + ((weekday - calendarOf(first).weekday + WEEK) % WEEK) + WEEK * (week - 1);
  return day > dayOf(year, month + 1, 0) ? day - WEEK : day;
}

function dayOfMonthIn(year: number, month: number, day: number): BankDay {
  const last = dayOf(year, month + 1, 0);
  return day < 0 ? last + day + 1 : Math.min(dayOf(year, month, day), last);
}

const WEEK = 7;
const FRIDAY = 5;

/** Month and day, as the standard's `QtrDay` has them. */
export const QUARTER_DAYS: Readonly<
  Record<"english" | "scottish" | "received", readonly (readonly [month: number, day: number])[]>
> = {
  english: [[3, 25], [6, 24], [9, 29], [12, 25]], // biome-ignore format: one line a calendar
  scottish: [[2, 2], [5, 15], [8, 1], [11, 11]], // biome-ignore format: one line a calendar
  received: [[3, 20], [6, 19], [9, 24], [12, 20]], // biome-ignore format: one line a calendar
};
