import { type Day, dayFrom, dayOfMonth, firstOfMonth, instantOn, lastOfMonth, monthsBefore } from "../core/day.ts";
import type { Minor } from "../core/money.ts";

export type PeriodType = "Day" | "Week" | "Fortnight" | "Month" | "Half-year" | "Year";
export type PeriodAlignment = "Consent" | "Calendar";

/** A stretch of days in which payments may come to `most`. */
export interface Period {
  readonly from: Day;
  /** The first day after it. */
  readonly to: Day;
  readonly most: Minor;
}

/**
 * The period of a limit that `day` is in (UK domestic-vrp-consents, PeriodicLimits). The calendar's first period is cut
 * off where the consent starts, and its amount with it: days left ÷ days in the period, rounded down to a penny.
 *
 * @param start the consent's first day; `day` is not before it.
 */
export function periodOf(
  { type, alignment, amount }: { type: PeriodType; alignment: PeriodAlignment; amount: Minor },
  start: Day,
  day: Day,
): Period {
  if (alignment === "Consent") return { ...fromStart(type, start, day), most: amount };
  const { from, to } = ofCalendar(type, day);
  if (start <= from) return { from, to, most: amount };
  const most = Number((BigInt(amount) * BigInt(to - start)) / BigInt(to - from));
  return { from: start, to, most };
}

const DAYS = { Day: 1, Week: 7, Fortnight: 14 } as const;
const MONTHS = { Month: 1, "Half-year": 6, Year: 12 } as const;

function fromStart(type: PeriodType, start: Day, day: Day): { from: Day; to: Day } {
  if (isOfDays(type)) {
    const length = DAYS[type];
    const from = start + length * Math.floor((day - start) / length);
    return { from, to: from + length };
  }
  // Counted from the start each time: one that began on the 31st is back on the 31st after a short month.
  const since = monthOf(day) - monthOf(start);
  const months = MONTHS[type];
  let periods = Math.floor(since / months);
  if (monthsBefore(start, -periods * months) > day) periods -= 1;
  return { from: monthsBefore(start, -periods * months), to: monthsBefore(start, -(periods + 1) * months) };
}

/** The standard knows no fortnight of the calendar (`PeriodType`: must be Consent); no limit with one is read. */
function ofCalendar(type: PeriodType, day: Day): { from: Day; to: Day } {
  if (type === "Day") return { from: day, to: day + 1 };
  if (isOfDays(type)) {
    const from = day - ((day - MONDAY) % 7);
    return { from, to: from + 7 };
  }
  const months = MONTHS[type];
  const from = monthsBefore(firstOfMonth(day), monthOf(day) % months);
  return { from, to: lastOfMonth(monthsBefore(from, 1 - months)) + 1 };
}

const MONDAY = dayFrom("1970-01-05");

const isOfDays = (type: PeriodType): type is keyof typeof DAYS => Object.hasOwn(DAYS, type);

/** Months since 1970-01. */
function monthOf(day: Day): number {
  const date = instantOn(day - dayOfMonth(day) + 1);
  return (date.getUTCFullYear() - 1970) * 12 + date.getUTCMonth();
}
