import { setMaxListeners } from "node:events";
import type { JobStatusBook } from "~/ports/job-status";
import type { Job } from "./job";
import { createJobReporter } from "./job-report";
import { type RoundEnded, repeatRounds, type Times } from "./repeat-rounds";

interface Needs {
  readonly book: JobStatusBook;
  /** Told of every round, for metrics and the log. */
  readonly heard: readonly RoundHeard[];
}

export type RoundHeard = (job: string, round: RoundEnded) => void;

export interface RunningJobs {
  /**
   * Starts no round any more, and waits for those that run. Safe to call again.
   *
   * @returns whether all had ended within `deadlineMs`; what goes on is as safe to kill as at any other moment.
   */
  stop(deadlineMs: number): Promise<boolean>;
}

/** Runs each job by itself: one that fails or hangs holds up no other. */
export function runJobs(jobs: readonly Job[], { book, heard }: Needs, times?: Times): RunningJobs {
  const stopping = new AbortController();
  // One for each job, for as long as it pauses: Node would take the eleventh for a leak.
  setMaxListeners(jobs.length + 1, stopping.signal);
  const all = Promise.all(
    jobs.map(async (job) => {
      const reporter = createJobReporter(job.name, book);
      await repeatRounds(
        job,
        stopping.signal,
        async (round) => {
          await reporter.ended(told(heard, job.name, round));
        },
        times,
      );
      await reporter.flush();
    }),
  );
  return {
    async stop(deadlineMs) {
      stopping.abort();
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<boolean>((resolve) => {
        timer = setTimeout(() => resolve(false), deadlineMs);
      });
      const inTime = await Promise.race([all.then(() => true), late]);
      clearTimeout(timer);
      return inTime;
    },
  };
}

/** A round that cannot be measured or logged has failed: it must be seen, and must not end the job or the process. */
function told(heard: readonly RoundHeard[], job: string, round: RoundEnded): RoundEnded {
  try {
    for (const hear of heard) hear(job, round);
    return round;
  } catch (failed) {
    return { outcome: "failed", failed, tookMs: round.tookMs };
  }
}
