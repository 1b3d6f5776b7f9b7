import type { StaffId } from "~/domain/shared/ids";
import type { AskedCheck } from "~/ports/asked-checks";
import type { LongLookView } from "~/ui/admin/audit-view";
import { figure, span } from "~/ui/admin/staff-words";

interface Looked {
  readonly now: Date;
  /** Who looks at the page. */
  readonly staff: StaffId;
  /** At what it looks, in the plural. */
  readonly what: string;
}

/** How far the long look has come that is under way, at what rate, and what is left; undefined while there is none. */
export function presentLongLook(checks: readonly AskedCheck[], { now, staff, what }: Looked): LongLookView | undefined {
  const running = checks.find(({ ended }) => !ended);
  if (!running) return undefined;
  const { startedAt, looked, expected, askedBy } = running;
  const isOwn = askedBy === staff;
  if (!startedAt) return { words: "Waits for a worker to take it up.", isOwn };
  const seconds = Math.max((now.getTime() - startedAt.getTime()) / 1_000, 1);
  const rate = looked / seconds;
  const left = expected !== undefined && rate > 0 ? Math.max(expected - looked, 0) / rate : undefined;
  const words = [
    `${figure(looked)}${expected === undefined ? "" : ` of ${figure(Math.max(expected, looked))}`} ${what}`,
    ...(rate > 0 ? [`${figure(Math.round(rate))} a second`] : []),
    ...(left === undefined ? [] : [`about ${span(left)} left`]),
  ].join(", ");
  return { words, isOwn, ...(expected ? { bar: { value: Math.min(looked, expected), max: expected } } : {}) };
}
