const SECOND = 1_000;
const HOUR = 3_600 * SECOND;

/** After the first failure, the second, and so on; the last one again and again. In milliseconds. */
const PAUSES = [10 * SECOND, 30 * SECOND, 120 * SECOND, 600 * SECOND, HOUR, 6 * HOUR, 24 * HOUR];

/** So that what failed together does not all come back at the same moment. */
const JITTER = 0.2;

const GIVE_UP_AFTER = 72 * HOUR;

/** Short, because what waits has to be gone within a minute after an outage (R7). */
const REST = 15 * SECOND;

/** After so many attempts in a row without an answer an endpoint rests, and is then asked by one delivery at a time. */
export const REST_AFTER_FAILURES = 20;

/** So long a TPP that polls has to fetch what waits for it. */
export const KEPT_FOR_POLLING_DAYS = 90;

export interface RetrySchedule {
  /**
   * How long to wait before the next attempt, in milliseconds.
   *
   * @param attempts made so far, at least one.
   */
  pauseAfter(attempts: number): number;
  /** Age in milliseconds at which a delivery that fails once more is given up. */
  readonly giveUpAfterMs: number;
  /** For how long an endpoint that does not answer is left alone, in milliseconds. */
  readonly restMs: number;
}

/**
 * @param factor 1, or less where somebody wants to see the end of it today.
 * @param random between 0 and 1.
 */
export const retrySchedule = (factor = 1, random = Math.random): RetrySchedule => ({
  pauseAfter(attempts) {
    const pause = PAUSES[Math.min(attempts, PAUSES.length) - 1] ?? SECOND;
    return Math.round(factor * pause * (1 - JITTER + 2 * JITTER * random()));
  },
  giveUpAfterMs: factor * GIVE_UP_AFTER,
  restMs: factor * REST,
});
