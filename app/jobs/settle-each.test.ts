import { expect, test } from "vitest";
import { settleEach } from "./settle-each";

const unhurried = new AbortController().signal;
const waiting = (...seconds: number[]) => seconds.map((waitingSeconds) => ({ waitingSeconds }));

test("what cannot be settled holds up no other, and is seen when the others are done", async () => {
  const settled: number[] = [];
  const round = settleEach(
    waiting(3, 2, 1),
    async ({ waitingSeconds }) => {
      if (waitingSeconds === 3) throw new Error("not this one");
      settled.push(waitingSeconds);
      return { state: "settled" };
    },
    unhurried,
  );
  await expect(round).rejects.toThrow("not this one");
  expect(settled).toEqual([2, 1]);
});

test("a full batch of which something ended goes on at once; one of which nothing did waits", async () => {
  const full = waiting(...Array.from({ length: 50 }, (_, at) => at));
  const answering = (state: string) => settleEach(full, async () => ({ state }), unhurried);
  expect(await answering("closed")).toEqual({ counts: { found: 50, ended: 50 }, lagSeconds: 49, more: true });
  expect(await answering("intended")).toEqual({ counts: { found: 50, ended: 0 }, lagSeconds: 49, more: false });
});

test("told to end, it begins no other", async () => {
  const ending = new AbortController();
  const round = await settleEach(
    waiting(2, 1),
    async () => {
      ending.abort();
      return { state: "settled" };
    },
    ending.signal,
  );
  expect(round.counts).toEqual({ found: 2, ended: 1 });
});
