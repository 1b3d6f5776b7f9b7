import { QUARTER_DAYS } from "~/domain/consent-kinds/rhythm";
import type { StandingOrderTerms } from "~/domain/consent-kinds/standing-order-terms";
import { bankDayOf, calendarOf } from "~/domain/shared/bank-day";
import { formatsFor } from "~/i18n/formats";
import type { Words } from "~/i18n/words";

/**
 * "Every 3 months on the 15th" (P-18). Where the TPP named no day, the rhythm goes by that of the first payment, and the
 * words say it: the bank pays on that day.
 */
export function presentRhythm({ rhythm, first, recurring }: StandingOrderTerms, words: Words): string {
  const own = words.rhythm;
  const formats = formatsFor(words.locale);
  const anchor = calendarOf(bankDayOf(recurring?.from ?? first.on));
  switch (rhythm.every) {
    case "day":
      return own.day;
    case "working-day":
      return own.workingDay;
    case "days":
      return own.days(rhythm.days);
    case "weeks":
      return `${own.weeks(rhythm.weeks)} ${own.weekday(formats.weekday(rhythm.weekday ?? anchor.weekday))}`;
    case "week-of-month":
      return `${own.months(1)} ${own.weekdayOfMonth[rhythm.week - 1]?.(formats.weekday(rhythm.weekday))}`;
    case "months":
      return `${own.months(rhythm.months)} ${dayOfMonth(rhythm.day ?? anchor.day, words)}`;
    case "quarter-day":
      return own.quarterDays(
        formats.list(QUARTER_DAYS[rhythm.of].map(([month, day]) => formats.dayOfYear(month, day))),
      );
  }
}

function dayOfMonth(day: number, { rhythm: own }: Words): string {
  if (day > 0) return own.date(day);
  return day === -1 ? own.lastDay : own.daysBeforeLast(-day - 1);
}
