import { calendarSpan, formatsFor } from "~/i18n/formats";
import type { Words } from "~/i18n/words";

interface Expiry {
  readonly block: { readonly title: string; readonly until: string; readonly note: string };
  readonly inSummary: string;
}

/** Sharing that ends within two days ends at an hour, not on a day. */
const SOON_DAYS = 2;
const DAYS_BEFORE_MONTHS = 60;

/** Until when, as a date and as a span (E-01). The date is the TPP's own and is never changed or filled in (E-02). */
export function presentExpiry(expiresAt: Date | undefined, now: Date, words: Words): Expiry {
  const { howLong: title, until, openEnded, openEndedNote, summaryUntil, summaryOpenEnded } = words.accountAccess;
  if (!expiresAt) {
    return { block: { title, until: openEnded, note: openEndedNote }, inSummary: summaryOpenEnded };
  }
  const { days, months, exact } = calendarSpan(now, expiresAt);
  const formats = formatsFor(words.locale);
  const date = days < SOON_DAYS ? formats.moment(expiresAt) : formats.date(expiresAt);
  const inDays = days < DAYS_BEFORE_MONTHS && !exact;
  const span = inDays ? words.span.days(days) : words.span.months(months);
  const note = days < SOON_DAYS ? "" : inDays || exact ? span : words.span.about(span);
  return { block: { title, until: until(date), note }, inSummary: summaryUntil(date) };
}
