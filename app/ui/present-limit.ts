import type { PeriodicLimit } from "~/domain/consent-kinds/domestic-vrp";
import { formatsFor } from "~/i18n/formats";
import type { Words } from "~/i18n/words";

/** "No more than £1,000.00 each calendar month". */
export function presentLimit(limit: PeriodicLimit, words: Words): string {
  const { calendar, fromStart } = words.domesticVrp;
  const amount = formatsFor(words.locale).money(limit.amount);
  return isOfCalendar(limit) ? calendar[limit.period](amount) : fromStart[limit.period](amount);
}

/** Whether its periods are the calendar's, which has no fortnights. */
export const isOfCalendar = (
  limit: PeriodicLimit,
): limit is PeriodicLimit & { readonly period: Exclude<PeriodicLimit["period"], "fortnight"> } =>
  limit.alignment === "calendar" && limit.period !== "fortnight";
