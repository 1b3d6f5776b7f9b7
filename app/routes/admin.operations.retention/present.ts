import type { StaffId } from "~/domain/shared/ids";
import type { AskedCheck } from "~/ports/asked-checks";
import type { RetentionPeriods } from "~/ports/retention";
import type { RetentionView } from "~/ui/admin/operations-view";
import { figure, minute, wordsOfReason } from "~/ui/admin/staff-words";
import { presentLongLook } from "../admin.audit.verify/present-long-look";

/** What is kept, and for how long at the least: the database itself refuses to go below (see `assent.swept_before`). */
const RULES = {
  records: ["Decisions, and what they rest on, after their end", "1 year"],
  pages: ["Pages that no answer rests on", "1 day"],
  visits: ["Visits that nobody answered", "7 days"],
  reads: ["What apps read", "24 months"],
  notices: ["Notices of customers", "30 days"],
  deliveries: ["What was told to the outside", "7 days"],
  findings: ["Differences that are settled", "30 days"],
} as const satisfies Record<keyof RetentionPeriods, readonly [string, string]>;

export function presentRetention(
  periods: RetentionPeriods,
  checks: readonly AskedCheck[],
  by: { readonly now: Date; readonly staff: StaffId },
): RetentionView {
  const running = presentLongLook(checks, { ...by, what: "rows" });
  const counted = checks.find(({ ended }) => ended?.outcome === "done")?.ended;
  return {
    rules: (Object.keys(RULES) as (keyof typeof RULES)[]).map((key) => ({
      what: RULES[key][0],
      kept: durationWords(periods[key]),
      least: RULES[key][1],
    })),
    due: Object.entries((counted?.result ?? {}) as Readonly<Record<string, number>>).map(([what, count]) => ({
      what: wordsOfReason(what.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)),
      count: figure(count),
    })),
    ...(counted && { countedAt: minute(counted.at) }),
    ...(running && { running }),
  };
}

const UNITS: Readonly<Record<string, string>> = { Y: "year", M: "month", W: "week", D: "day" };

/** "P1Y6M" → "1 year, 6 months" (ISO 8601, without times of day, which no setting of ours has). */
export function durationWords(iso: string): string {
  const parts = [...iso.matchAll(/(\d+)([YMWD])/g)];
  return parts
    .map(([, count, unit = ""]) => `${Number(count)} ${UNITS[unit]}${Number(count) === 1 ? "" : "s"}`)
    .join(", ");
}
