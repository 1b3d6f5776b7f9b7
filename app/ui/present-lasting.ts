import { calendarSpan, formatsFor } from "~/i18n/formats";
import type { Words } from "~/i18n/words";

/** What ends within two days ends at an hour, not on a day. */
const SOON_DAYS = 2;

/**
 * Until when a consent holds that nobody uses up: among facts, and in a sentence (E-01). The date is the TPP's (E-02).
 *
 * @param seen when it is read.
 */
export function presentEnd(
  end: Date | undefined,
  seen: Date,
  { locale, lasting: { ends, on, openEnded, until, untilStopped } }: Words,
): { readonly label: string; readonly value: string; readonly inSentence: string } {
  if (!end) return { label: ends, value: openEnded, inSentence: untilStopped };
  const formats = formatsFor(locale);
  const date = calendarSpan(seen, end).days < SOON_DAYS ? formats.moment(end) : formats.date(end);
  return { label: ends, value: on(date), inSentence: until(date) };
}
