/** What goes on without a request, in rounds. Two workers at once are safe: each round claims what it works on. */
export interface Job {
  readonly name: string;
  /** Pause after a round that left nothing to do, in milliseconds. */
  readonly everyMs: number;
  /**
   * Does one batch. It may be ended at any moment, by the signal or by a kill, and loses nothing by that.
   *
   * @throws whatever went wrong; the round is tried again, later each time
   */
  round(signal: AbortSignal): Promise<Round>;
}

export interface Round {
  /** How many of what it dealt with, by names of ours; they become labels of a metric. */
  readonly counts: Readonly<Record<string, number>>;
  /** Age of the oldest thing that waits, in seconds. */
  readonly lagSeconds?: number;
  /** There is more to do at once. */
  readonly more: boolean;
}
