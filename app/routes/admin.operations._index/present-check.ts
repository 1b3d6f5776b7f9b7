import type { AskedCheck } from "~/ports/asked-checks";
import type { CheckProgress } from "~/ui/admin/audit-view";
import { figure, span } from "~/ui/admin/staff-words";

/**
 * How far a long look has come, at what rate, and what is left.
 *
 * @param what it looks at, in the plural.
 */
export function progressOf({ startedAt, looked, expected }: AskedCheck, now: Date, what: string): CheckProgress {
  if (!startedAt) return { words: "Waits for a worker to take it up." };
  const seconds = Math.max((now.getTime() - startedAt.getTime()) / 1_000, 1);
  const rate = looked / seconds;
  const left = expected !== undefined && rate > 0 ? Math.max(expected - looked, 0) / rate : undefined;
  const words = [
    `${figure(looked)}${expected === undefined ? "" : ` of ${figure(Math.max(expected, looked))}`} ${what}`,
    ...(rate > 0 ? [`${figure(Math.round(rate))} a second`] : []),
    ...(left === undefined ? [] : [`about ${span(left)} left`]),
  ].join(", ");
  return { words, ...(expected ? { bar: { value: Math.min(looked, expected), max: expected } } : {}) };
}
