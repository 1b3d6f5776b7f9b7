/**
 * Takes away what nobody needs any more. What a decision within its time rests on is not taken by anybody; the database
 * itself refuses to go below the shortest periods.
 */
export interface Retention {
  /**
   * Looks a step further on than the last one did, whoever it was, and takes what is over. Two at once are safe.
   *
   * @throws DeskUnavailable
   */
  sweep(what: Swept): Promise<SweptStep>;
}

export const SWEPT = ["visits", "notices", "outbox", "findings", "reads"] as const;
export type Swept = (typeof SWEPT)[number];

export interface SweptStep {
  /** How many of what were taken away. */
  readonly counts: Readonly<Record<string, number>>;
  /** There is something further on that was not looked at. */
  readonly more: boolean;
}

/** How long each kind is kept: ISO 8601 durations. */
export interface RetentionPeriods {
  /** Pages of an answered visit on which the answer does not rest. */
  readonly pages: string;
  /** Visits that nobody answered, with their pages and drafts. */
  readonly visits: string;
  /** Decisions and what they rest on, from when they and their consents have ended. */
  readonly records: string;
  /** What customers find in the app. */
  readonly notices: string;
  /** Events for the outside, from when the last of their deliveries has ended. */
  readonly deliveries: string;
  /** Findings of drift, from when they are settled. */
  readonly findings: string;
  /** What apps read with a consent. */
  readonly reads: string;
}
