import { expect, test, vi } from "vitest";
import type { CheckKind, EndedCheck, Look } from "~/ports/asked-checks";
import { runChecks } from "./run-checks";

const signal = new AbortController().signal;

function world(looks: Partial<Record<CheckKind, Look>>, waiting: { id: string; kind: CheckKind }[]) {
  const ended: ({ id: string } & EndedCheck)[] = [];
  const told: number[] = [];
  const stopped = new Set<string>();
  const checks = {
    claim: async () => waiting.shift(),
    cameTo: async (id: string, looked: number) => {
      told.push(looked);
      return !stopped.has(id);
    },
    end: async ({ id }: { id: string }, end: EndedCheck) => void ended.push({ id, ...end }),
  };
  const none: Look = async () => undefined;
  return {
    ended,
    told,
    stopped,
    job: runChecks({ checks, looks: { "verify-record": none, "count-due": none, ...looks } }),
  };
}

test("A-12: carries out one look at a time, beside the rounds, and keeps what it found", async () => {
  let finish = () => {};
  const look = vi.fn<Look>(async ({ cameTo }) => {
    await cameTo(5);
    await new Promise<void>((resolve) => {
      finish = resolve;
    });
    await cameTo(9);
    return { findings: 0 };
  });
  const { job, ended, told } = world({ "verify-record": look }, [
    { id: "a", kind: "verify-record" },
    { id: "b", kind: "verify-record" },
  ]);
  expect((await job.round(signal)).counts).toEqual({ begun: 1, done: 0, failed: 0, stopped: 0 });
  expect((await job.round(signal)).counts).toEqual({ begun: 0, done: 0, failed: 0, stopped: 0 });
  expect(told).toEqual([5]);
  finish();
  await vi.waitFor(() => expect(ended).toEqual([{ id: "a", outcome: "done", looked: 9, result: { findings: 0 } }]));
  expect((await job.round(signal)).counts).toEqual({ begun: 1, done: 1, failed: 0, stopped: 0 });
  await vi.waitFor(() => expect(look).toHaveBeenCalledTimes(2));
  finish();
  await job.stop();
});

test("A-12: one that fails says so, and the next one runs", async () => {
  const { job, ended } = world({ "count-due": async () => Promise.reject(new Error("no database")) }, [
    { id: "a", kind: "count-due" },
    { id: "b", kind: "verify-record" },
  ]);
  await job.round(signal);
  await vi.waitFor(() => expect(ended).toEqual([{ id: "a", outcome: "failed", looked: 0 }]));
  await expect(job.round(signal), "so that it is seen").rejects.toThrow("no database");
  await job.round(signal);
  await vi.waitFor(() => expect(ended).toHaveLength(2));
});

test("A-12: a process that stops ends nothing, so that another takes it up", async () => {
  const { job, ended } = world(
    {
      "verify-record": async ({ cameTo }) => {
        for (;;) {
          await cameTo(1);
          await new Promise((resolve) => setTimeout(resolve, 1));
        }
      },
    },
    [{ id: "a", kind: "verify-record" }],
  );
  await job.round(signal);
  await job.stop();
  expect(ended).toEqual([]);
  expect((await job.round(signal)).counts).toEqual({ begun: 0, done: 0, failed: 1, stopped: 0 });
});

test("A-12: one that is stopped looks no further, is no failure, and the next one runs", async () => {
  const { job, ended, told, stopped } = world(
    {
      "verify-record": async ({ cameTo }) => {
        for (let looked = 1; looked < 100; looked += 1) {
          await cameTo(looked);
          await new Promise((resolve) => setTimeout(resolve, 1));
        }
      },
    },
    [
      { id: "a", kind: "verify-record" },
      { id: "b", kind: "count-due" },
    ],
  );
  stopped.add("a");
  await job.round(signal);
  await vi.waitFor(async () => expect((await job.round(signal)).counts).toMatchObject({ stopped: 1 }));
  expect(told).toEqual([1]);
  await vi.waitFor(() => expect(ended).toEqual([{ id: "b", outcome: "done", looked: 0, result: undefined }]));
});
