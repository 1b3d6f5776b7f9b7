import { expect, test, vi } from "vitest";
import type { JobReport, JobStatusBook } from "~/ports/job-status";
import type { Job, Round } from "./job";
import type { RoundEnded } from "./repeat-rounds";
import { runJobs } from "./run-jobs";

const nothing: Round = { counts: {}, more: false };
const QUICK = { roundMs: 50, graceMs: 20, firstPauseMs: 1, longestPauseMs: 4 };

function aJob(name: string, round: Job["round"], everyMs = 1): Job {
  return { name, everyMs, round };
}

function run(jobs: readonly Job[], times = QUICK, asked: () => readonly string[] = () => []) {
  const reports: (JobReport & { job: string })[] = [];
  const rounds: (RoundEnded & { job: string })[] = [];
  const book: Pick<JobStatusBook, "write"> = {
    write: async (job, report) => void reports.push({ job, ...report }),
  };
  const heard = (job: string, round: RoundEnded) => void rounds.push({ job, ...round });
  return {
    running: runJobs(jobs, { book, askedRounds: { asked: async () => asked() }, heard: [heard] }, times),
    reports,
    rounds,
  };
}

test("a job goes on at once while there is more, and pauses when there is not", async () => {
  const left = [true, true, true, false];
  const round = vi.fn(async () => ({ counts: { done: 1 }, more: left.shift() ?? false }));
  const { running } = run([aJob("eager", round, 3_600_000)]);
  await vi.waitFor(() => expect(round).toHaveBeenCalledTimes(4));
  expect(await running.stop(1_000)).toBe(true);
  expect(round).toHaveBeenCalledTimes(4);
});

test("a job that fails, one that throws before it waits and one that hangs hold up no other", async () => {
  const healthy = vi.fn(async () => nothing);
  const { running, rounds } = run([
    aJob("fails", async () => Promise.reject(new Error("no database"))),
    aJob("throws", () => {
      throw new Error("at once");
    }),
    aJob("hangs", () => new Promise(() => {})),
    aJob("healthy", healthy),
  ]);
  await vi.waitFor(() => {
    expect(healthy.mock.calls.length).toBeGreaterThan(5);
    for (const job of ["fails", "throws"]) expect(rounds.filter((each) => each.job === job).length).toBeGreaterThan(2);
    expect(rounds).toContainEqual(expect.objectContaining({ job: "hangs", outcome: "failed" }));
  });
  expect(await running.stop(20)).toBe(false);
});

test("many jobs that pause are not reported as a leak", async () => {
  const warned = vi.fn();
  process.on("warning", warned);
  try {
    const round = vi.fn(async () => nothing);
    const { running } = run(Array.from({ length: 30 }, (_, at) => aJob(`job-${at}`, round, 20)));
    await vi.waitFor(() => expect(round.mock.calls.length).toBeGreaterThan(30));
    await running.stop(1_000);
    // Warnings come on the next tick.
    await new Promise(setImmediate);
    expect(warned).not.toHaveBeenCalled();
  } finally {
    process.off("warning", warned);
  }
});

test("failures are tried again later each time, up to the longest pause", async () => {
  const began: number[] = [];
  const round = async () => {
    began.push(performance.now());
    throw new Error("down");
  };
  const { running } = run([aJob("fails", round)], { ...QUICK, firstPauseMs: 40, longestPauseMs: 80 });
  await vi.waitFor(() => expect(began.length).toBe(4));
  await running.stop(1_000);
  const [first = 0, second = 0, third = 0, fourth = 0] = began;
  // Half of each pause is left to chance.
  expect(second - first).toBeGreaterThanOrEqual(19);
  expect(third - second).toBeGreaterThanOrEqual(39);
  expect(fourth - third).toBeGreaterThanOrEqual(39);
});

test("a round is told to end at its deadline, and the next one waits until it has", async () => {
  let running = 0;
  let most = 0;
  const ends: (() => void)[] = [];
  const told = vi.fn();
  const { running: jobs, rounds } = run([
    aJob("slow", async (signal) => {
      running += 1;
      most = Math.max(most, running);
      signal.addEventListener("abort", told);
      await new Promise<void>((resolve) => ends.push(resolve));
      running -= 1;
      return nothing;
    }),
  ]);
  await vi.waitFor(() => expect(rounds.map(({ outcome }) => outcome)).toEqual(["failed"]));
  expect(told).toHaveBeenCalledOnce();
  expect(ends).toHaveLength(1);
  ends[0]?.();
  await vi.waitFor(() => expect(ends).toHaveLength(2));
  expect(most).toBe(1);
  ends[1]?.();
  await jobs.stop(1_000);
});

test("stopping tells the round that runs, waits for it, starts none after, and writes what was held back", async () => {
  const told = vi.fn();
  let finish: (() => void) | undefined;
  let rounds = 0;
  const job = aJob("last", async (signal) => {
    rounds += 1;
    if (rounds === 1) return { counts: { done: 1 }, more: true };
    signal.addEventListener("abort", told);
    await new Promise<void>((resolve) => {
      finish = resolve;
    });
    return { counts: { done: 3 }, more: true };
  });
  const { running, reports } = run([job], { ...QUICK, roundMs: 60_000 });
  await vi.waitFor(() => expect(finish).toBeDefined());
  const stopped = running.stop(60_000);
  expect(told).toHaveBeenCalledOnce();
  finish?.();
  expect(await stopped).toBe(true);
  expect(rounds).toBe(2);
  expect(reports.map(({ counts }) => counts)).toEqual([{ done: 1 }, { done: 3 }]);
});

test("a round that cannot be measured is seen as failed, and the job goes on", async () => {
  const round = vi.fn(async () => nothing);
  const write = vi.fn(async () => {});
  const unmeasurable = () => {
    throw new TypeError("Value is not a valid number: NaN");
  };
  const needs = { book: { write }, askedRounds: { asked: async () => [] }, heard: [unmeasurable] };
  const running = runJobs([aJob("odd", round)], needs, QUICK);
  await vi.waitFor(() => expect(round.mock.calls.length).toBeGreaterThan(2));
  expect(write).toHaveBeenCalledWith("odd", expect.objectContaining({ outcome: "failed", problem: "TypeError" }));
  expect(await running.stop(1_000)).toBe(true);
});

test("a round that ends with an error because it was told to stop has not failed", async () => {
  const { running, rounds } = run([
    aJob("cut", (signal) => new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)))),
  ]);
  expect(await running.stop(1_000)).toBe(true);
  expect(rounds).toEqual([]);
});

test("A-20: a job that somebody asked for runs at once and says so at once, and no other does", async () => {
  const rounds = { daily: 0, other: 0 };
  const daily = aJob("daily", async () => ({ counts: { rounds: ++rounds.daily }, more: false }), 3_600_000);
  const other = aJob("other", async () => ({ counts: { rounds: ++rounds.other }, more: false }), 3_600_000);
  let asked: readonly string[] = [];
  const { running, reports } = run([daily, other], QUICK, () => asked);
  await vi.waitFor(() => expect(rounds).toEqual({ daily: 1, other: 1 }));
  asked = ["daily", "unknown"];
  await vi.waitFor(() => expect(reports.filter(({ job }) => job === "daily").length).toBeGreaterThan(1));
  asked = [];
  expect(rounds.daily).toBeGreaterThan(1);
  expect(rounds.other).toBe(1);
  expect(await running.stop(1_000)).toBe(true);
});
