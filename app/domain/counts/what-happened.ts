import type { ConsentStatus } from "../consent/lifecycle";

/**
 * What a day's counter counts: `arrived`, `allowed`, `refused:<reason>`, `not-accepted`, or `<status>:<reason>` for a
 * consent that came into a status. The fold in the database writes these names; here they are read.
 */
export type WhatHappened = string;

export interface DayCount {
  /** ISO 8601, the bank's day. */
  readonly day: string;
  readonly what: WhatHappened;
  readonly count: number;
}

const totalOf = (counts: readonly DayCount[], is: (what: WhatHappened) => boolean): number =>
  counts.reduce((sum, { what, count }) => (is(what) ? sum + count : sum), 0);

/** What became of those who came to the consent page. */
export interface Funnel {
  readonly arrived: number;
  readonly allowed: number;
  readonly refused: number;
  /** By the customer's own reason, the most frequent first. */
  readonly refusals: readonly { readonly reason: string; readonly count: number }[];
  /** The request ran out, on the page or before. */
  readonly timedOut: number;
  /** The authorization server did not take the answer. */
  readonly notAccepted: number;
  /** Neither answered nor run out: still open, or left. */
  readonly left: number;
}

export function funnelOf(counts: readonly DayCount[]): Funnel {
  const arrived = totalOf(counts, (what) => what === "arrived");
  const allowed = totalOf(counts, (what) => what === "allowed");
  const notAccepted = totalOf(counts, (what) => what === "not-accepted");
  const timedOut = totalOf(counts, (what) => what === "rejected:timed-out");
  const byReason = new Map<string, number>();
  for (const { what, count } of counts) {
    const reason = /^refused:(.+)$/.exec(what)?.[1];
    if (reason !== undefined) byReason.set(reason, (byReason.get(reason) ?? 0) + count);
  }
  const refusals = [...byReason].map(([reason, count]) => ({ reason, count })).sort((a, b) => b.count - a.count);
  const refused = refusals.reduce((sum, { count }) => sum + count, 0);
  const left = Math.max(0, arrived - allowed - refused - timedOut);
  return { arrived, allowed, refused, refusals, timedOut, notAccepted, left };
}

/** What the lines of the home page show. */
export const TRENDS = {
  // A consent also comes into this status when a pause ends, or when an account leaves: nobody agreed to anything then.
  granted: (what: WhatHappened) =>
    /^authorised:(?:customer-approved|signers-complete|reauthorised-after-stop)$/.test(what),
  stopped: (what: WhatHappened) => /^(?:revoked|terminated):/.test(what),
  "ran-out": (what: WhatHappened) => what.startsWith("expired:"),
  refused: (what: WhatHappened) => what.startsWith("refused:"),
} as const;
export type Trend = keyof typeof TRENDS;

const DAY = 86_400_000;

/**
 * How often something happened in each of the last weeks, oldest first; the last one ends today.
 *
 * @param today ISO 8601, the bank's day.
 */
export function weeksOf(counts: readonly DayCount[], trend: Trend, today: string, weeks: number): readonly number[] {
  const found = new Array<number>(weeks).fill(0);
  for (const { day, what, count } of counts) {
    if (!TRENDS[trend](what)) continue;
    const ago = Math.floor((Date.parse(today) - Date.parse(day)) / DAY / 7);
    if (ago >= 0 && ago < weeks) found[weeks - 1 - ago] = (found[weeks - 1 - ago] ?? 0) + count;
  }
  return found;
}

/** On this one day. */
export const onDay = (counts: readonly DayCount[], trend: Trend, day: string): number =>
  totalOf(
    counts.filter((one) => one.day === day),
    TRENDS[trend],
  );

/** How many consents are in each status now. */
export type StatusCounts = Readonly<Partial<Record<ConsentStatus, number>>>;

/** What is counted as it stands is counted up to here: "1,000+". */
export const GAUGE_LIMIT = 1_000;
