/** Where jobs leave how they fare, for whoever looks after them: whichever process ran a job last has written it. */
export interface JobStatusBook {
  /** @throws DeskUnavailable */
  write(job: string, report: JobReport): Promise<void>;
  /** Every job that ever ran, by name. @throws DeskUnavailable */
  all(): Promise<readonly JobStatus[]>;
}

/** What a job did since its last report. */
export interface JobReport {
  readonly outcome: "succeeded" | "failed";
  readonly rounds: number;
  /** How long the newest of them took, in milliseconds. */
  readonly tookMs: number;
  readonly counts: Readonly<Record<string, number>>;
  /** Age of the oldest thing that waits, in seconds. */
  readonly lagSeconds?: number;
  /** An error's name and code; never a value. */
  readonly problem?: string;
}

/** Ages are in seconds by the database's clock; undefined for what never happened. */
export interface JobStatus {
  readonly name: string;
  readonly lastRunAgo: number;
  readonly lastSuccessAgo: number | undefined;
  readonly lagSeconds: number | undefined;
  readonly rounds: number;
  /** All that it ever did, by name. */
  readonly counts: Readonly<Record<string, number>>;
  /** Why the last round failed; undefined once one succeeded. */
  readonly problem: string | undefined;
  /** Since somebody asked for a round that did not begin yet. */
  readonly askedAgo?: number;
}
