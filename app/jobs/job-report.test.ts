import { beforeEach, describe, expect, test, vi } from "vitest";
import { DeskUnavailable } from "~/ports/consent-desk";
import { createJobReporter, type JobReporter } from "./job-report";
import type { RoundEnded } from "./repeat-rounds";

const did = (counts: Record<string, number>, lagSeconds?: number): RoundEnded => ({
  outcome: "succeeded",
  tookMs: 2,
  round: { counts, more: false, ...(lagSeconds !== undefined && { lagSeconds }) },
});
const failed = (error: unknown): RoundEnded => ({ outcome: "failed", tookMs: 2, failed: error });

describe("what a job writes about itself", () => {
  let now: number;
  let reporter: JobReporter;
  const write = vi.fn();
  beforeEach(() => {
    now = 0;
    write.mockReset().mockResolvedValue(undefined);
    reporter = createJobReporter("job", { write }, () => now);
  });

  test("a job that finds nothing four times a second writes four times a minute", async () => {
    for (; now < 60_000; now += 250) await reporter.ended(did({ found: 0 }));
    expect(write).toHaveBeenCalledTimes(4);
    expect(write).toHaveBeenLastCalledWith("job", expect.objectContaining({ rounds: 60 }));
  });

  test("a busy job writes once a second, and nothing that it did is missing", async () => {
    for (; now < 10_000; now += 10) await reporter.ended(did({ sent: 2, failed: 1 }, now / 1_000));
    await reporter.flush();
    expect(write).toHaveBeenCalledTimes(11);
    const written = write.mock.calls.map(([, report]) => report);
    expect(written.reduce((sum, { counts }) => sum + counts.sent, 0)).toBe(2_000);
    expect(written.reduce((sum, { rounds }) => sum + rounds, 0)).toBe(1_000);
    expect(written.at(-1)).toMatchObject({ lagSeconds: 9.99 });
  });

  test("the first failure and the first success after it are written at once", async () => {
    await reporter.ended(did({}));
    for (let time = 0; time < 3; time++) await reporter.ended(failed(new Error("x")));
    await reporter.ended(did({}));
    expect(write.mock.calls.map(([, { outcome }]) => outcome)).toEqual(["succeeded", "failed", "succeeded"]);
  });

  test.each([
    [new Error("password=hunter2"), "Error"],
    [Object.assign(new Error("for arun"), { code: "ECONNREFUSED" }), "Error ECONNREFUSED"],
    [Object.assign(new DeskUnavailable("select 1"), { failure: "unavailable" }), "DeskUnavailable unavailable"],
    ["hunter2", "unknown"],
  ])("a problem is named and never repeats a value: %s", async (error, problem) => {
    await reporter.ended(failed(error));
    expect(write).toHaveBeenCalledWith("job", expect.objectContaining({ outcome: "failed", problem }));
  });

  test("what could not be written is written with the next", async () => {
    write.mockRejectedValueOnce(new DeskUnavailable("down"));
    await reporter.ended(did({ sent: 1 }));
    now += 1_000;
    await reporter.ended(did({ sent: 1 }));
    expect(write).toHaveBeenLastCalledWith("job", expect.objectContaining({ rounds: 2, counts: { sent: 2 } }));
  });
});
