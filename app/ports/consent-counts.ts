import type { ConsentKind } from "~/domain/consent-kinds/index";
import type { DayCount, StatusCounts } from "~/domain/counts/what-happened";
import type { ClientId } from "~/domain/shared/ids";

/**
 * How many there are, without counting in a request.
 *
 * @throws DeskUnavailable from every method
 */
export interface ConsentCounts {
  /** The counters of all, of one TPP, of one kind or of both, and what happened since a day. */
  read(asked: CountsAsked): Promise<CountsRead>;
  /** Counts what the chain has grown by, at most so much at once. */
  fold(): Promise<{ readonly events: number; readonly more: boolean; readonly lagSeconds: number }>;
  /** Counts everything anew, and puts right what was wrong. @returns by how much it was, in all. */
  recount(): Promise<number>;
  /** When it was counted anew last, in seconds ago; undefined for never. */
  recountedAgo(): Promise<number | undefined>;
  /** Measures what is counted as it stands. */
  gauge(): Promise<void>;
}

export interface CountsAsked {
  readonly client?: ClientId;
  readonly kind?: ConsentKind;
  /** So many days back, today among them. */
  readonly days: number;
}

export interface CountsRead {
  readonly statuses: StatusCounts;
  readonly days: readonly DayCount[];
  readonly gauges: Readonly<Partial<Record<GaugeName, number>>>;
  /** TPPs that there are counters of, those with the most live consents first; at most {@link CLIENTS_LISTED}. */
  readonly clients: readonly ClientId[];
  /** The bank's day, ISO 8601. */
  readonly today: string;
  /** Age of the counters in seconds; undefined before the first fold. */
  readonly ageSeconds: number | undefined;
}

/** More than these are found by searching. */
export const CLIENTS_LISTED = 100;

/** Each is measured up to `GAUGE_LIMIT`; what is at the limit is that or more. */
const GAUGES = ["held-by-bank", "open-cases", "open-drift", "dead-deliveries"] as const;
export type GaugeName = (typeof GAUGES)[number];
