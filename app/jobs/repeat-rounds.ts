import { setTimeout as sleep } from "node:timers/promises";
import type { Job, Round } from "./job";

export type RoundEnded = { readonly tookMs: number } & (
  | { readonly outcome: "succeeded"; readonly round: Round }
  | { readonly outcome: "failed"; readonly failed: unknown }
);

export interface Times {
  /** A round is asked to end after so many milliseconds. */
  readonly roundMs: number;
  /** Milliseconds after which a round that was asked to end, and goes on, is reported as hanging. */
  readonly graceMs: number;
  /** Pause after the first failure; doubled with each one that follows, up to `longestPauseMs`. */
  readonly firstPauseMs: number;
  readonly longestPauseMs: number;
}

export const TIMES: Times = { roundMs: 60_000, graceMs: 5_000, firstPauseMs: 500, longestPauseMs: 15_000 };

/** A round was told to end and does not. The next one waits for it: a job never runs twice in one process. */
export class RoundHangs extends Error {
  override readonly name = "RoundHangs";
}

/** The pauses of one job, which somebody can cut short. */
export function createPauses() {
  let asked = new AbortController();
  return {
    async pause(ms: number, stopping: AbortSignal): Promise<void> {
      const end = () => asked.abort();
      if (stopping.aborted) return;
      stopping.addEventListener("abort", end, { once: true });
      await sleep(ms, undefined, { signal: asked.signal }).catch(() => {});
      stopping.removeEventListener("abort", end);
      if (asked.signal.aborted) asked = new AbortController();
    },
    /** Ends the pause, or the next one where a round is under way. */
    cutShort: () => asked.abort(),
  };
}

/**
 * Runs one job for ever: at once while there is more, else after its pause, and later each time while it fails.
 *
 * @param ended is told of every round, and awaited before the next.
 * @param pauses through which somebody can ask for the next round at once.
 * @returns resolves when the last round has ended after `stopping`.
 */
export async function repeatRounds(
  job: Job,
  stopping: AbortSignal,
  ended: (round: RoundEnded) => Promise<void>,
  times = TIMES,
  pauses = createPauses(),
): Promise<void> {
  for (let failures = 0; !stopping.aborted; ) {
    const round = await oneRound(job, stopping, ended, times);
    // Whoever is told to stop may answer with an error, which says nothing about the job.
    if (stopping.aborted && round.outcome === "failed") return;
    await ended(round);
    failures = round.outcome === "failed" ? failures + 1 : 0;
    await pauses.pause(pauseAfter(round, failures, job.everyMs, times), stopping);
  }
}

async function oneRound(
  job: Job,
  stopping: AbortSignal,
  ended: (round: RoundEnded) => Promise<void>,
  { roundMs, graceMs }: Times,
): Promise<RoundEnded> {
  const begun = performance.now();
  const tookMs = () => performance.now() - begun;
  const ending = new AbortController();
  const end = () => ending.abort();
  stopping.addEventListener("abort", end, { once: true });
  const deadline = setTimeout(end, roundMs);
  const hanging = setTimeout(() => {
    const failed = new RoundHangs(`round of ${job.name} goes on after its end`);
    void ended({ outcome: "failed", failed, tookMs: tookMs() });
  }, roundMs + graceMs);
  try {
    const round = await job.round(ending.signal);
    return { outcome: "succeeded", round, tookMs: tookMs() };
  } catch (failed) {
    return { outcome: "failed", failed, tookMs: tookMs() };
  } finally {
    clearTimeout(deadline);
    clearTimeout(hanging);
    stopping.removeEventListener("abort", end);
  }
}

/** Milliseconds; spread, so that the jobs of many processes do not all come at the same moment. */
function pauseAfter(round: RoundEnded, failures: number, everyMs: number, times: Times): number {
  if (round.outcome === "succeeded") return round.round.more ? 0 : everyMs * (0.9 + Math.random() * 0.2);
  const doubled = times.firstPauseMs * 2 ** Math.min(failures - 1, 20);
  return Math.min(doubled, times.longestPauseMs) * (0.5 + Math.random() * 0.5);
}
