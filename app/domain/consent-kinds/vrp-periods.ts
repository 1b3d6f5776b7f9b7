import { type BankDay, calendarOf, dayOf, monthsAfter } from "../shared/bank-day";
import type { Money } from "../shared/money";
import type { PeriodicLimit } from "./domestic-vrp";

/** One of the spans that a limit counts its payments in. */
export interface VrpPeriod {
  readonly from: BankDay;
  /** The first day of the next one. */
  readonly next: BankDay;
  /** How many of its days are left, where the payments begin within it (`Calendar`): its limit is less by so much. */
  readonly part?: { readonly days: number; readonly of: number };
  /** What all payments in it may come to. */
  readonly most: Money;
}

/**
 * The period of `limit` that holds on a day; before the first one, the first one.
 *
 * Of the calendar's periods the first is cut to the days from `start` on, and the amount in proportion, in whole pence
 * and rounded down; the last is not cut. Periods that count from the start are all whole: those of months are counted
 * from the start each time, so that the 31st comes back after a shorter month.
 *
 * @param start the first day on which a payment can be made.
 */
export function periodAt(limit: PeriodicLimit, start: BankDay, on: BankDay): VrpPeriod {
  const day = Math.max(start, on);
  if (limit.alignment === "consent") return { ...spanFromStart(limit.period, start, day), most: limit.amount };
  const whole = calendarSpan(limit.period, day);
  if (whole.from >= start) return { ...whole, most: limit.amount };
  const part = { days: whole.next - start, of: whole.next - whole.from };
  const minor = (limit.amount.minor * BigInt(part.days)) / BigInt(part.of);
  return { from: start, next: whole.next, part, most: { ...limit.amount, minor } };
}

/** What can still be paid in a period; never less than nothing. */
export const leftIn = ({ most }: VrpPeriod, used: Money): Money => ({
  ...most,
  minor: most.minor > used.minor ? most.minor - used.minor : 0n,
});

type Span = Pick<VrpPeriod, "from" | "next">;

const DAYS = { day: 1, week: 7, fortnight: 14 } as const;
const MONTHS = { month: 1, "half-year": 6, year: 12 } as const;

const isInDays = (period: PeriodicLimit["period"]): period is keyof typeof DAYS => period in DAYS;

function spanFromStart(period: PeriodicLimit["period"], start: BankDay, on: BankDay): Span {
  if (isInDays(period)) {
    const from = on - ((on - start) % DAYS[period]);
    return { from, next: from + DAYS[period] };
  }
  const [first, then] = [calendarOf(start), calendarOf(on)];
  const passed = Math.floor(((then.year - first.year) * 12 + then.month - first.month) / MONTHS[period]);
  const nth = (count: number) => monthsAfter(start, count * MONTHS[period]);
  const count = nth(passed) > on ? passed - 1 : passed;
  return { from: nth(count), next: nth(count + 1) };
}

function calendarSpan(period: PeriodicLimit["period"], on: BankDay): Span {
  const { year, month, weekday } = calendarOf(on);
  // The standard has no fortnight of the calendar ({@link canBeAgreedTo} refuses it): it would begin like a week.
  if (isInDays(period)) {
    const from = period === "day" ? on : on - (weekday - 1);
    return { from, next: from + DAYS[period] };
  }
  const length = MONTHS[period];
  const first = month - ((month - 1) % length);
  return { from: dayOf(year, first, 1), next: dayOf(year, first + length, 1) };
}
