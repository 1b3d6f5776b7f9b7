import { setMaxListeners } from "node:events";
import type { AskedRounds } from "~/ports/asked-rounds";
import type { JobStatusBook } from "~/ports/job-status";
import type { Job } from "./job";
import { createJobReporter } from "./job-report";
import { lookForAsked } from "./look-for-asked";
import { createPauses, type RoundEnded, repeatRounds, TIMES, type Times } from "./repeat-rounds";

interface Needs {
  readonly book: Pick<JobStatusBook, "write">;
  /** What somebody wants to run at once. */
  readonly askedRounds: Pick<AskedRounds, "asked">;
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

/** Between one look for what was asked for and the next: two seconds. */
const LOOK_EVERY_PAUSES = 4;

/** Runs each job by itself: one that fails or hangs holds up no other. */
export function runJobs(jobs: readonly Job[], { book, askedRounds, heard }: Needs, times: Times = TIMES): RunningJobs {
  const stopping = new AbortController();
  // One for each job, for as long as it pauses: Node would take the eleventh for a leak.
  setMaxListeners(jobs.length + 2, stopping.signal);
  const asked = lookForAsked(askedRounds, stopping.signal, times.firstPauseMs * LOOK_EVERY_PAUSES);
  const all = Promise.all([
    asked.ended,
    ...jobs.map(async (job) => {
      const reporter = createJobReporter(job.name, book);
      const pauses = createPauses();
      asked.listen(job.name, pauses.cutShort);
      await repeatRounds(
        job,
        stopping.signal,
        async (round) => {
          await reporter.ended(told(heard, job.name, round));
          // What was asked for is answered by what is written.
          if (asked.answered(job.name)) await reporter.flush();
        },
        times,
        pauses,
      );
      await reporter.flush();
    }),
  ]);
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
