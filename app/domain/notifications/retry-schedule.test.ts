import { expect, test } from "vitest";
import { retrySchedule } from "./retry-schedule";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

test("10 s, 30 s, 2 min, 10 min, 1 h, 6 h, then daily until three days are over", () => {
  const { pauseAfter, giveUpAfterMs } = retrySchedule(1, () => 0.5);
  expect([1, 2, 3, 4, 5, 6, 7, 8, 40].map(pauseAfter)).toEqual([
    10_000,
    30_000,
    2 * MINUTE,
    10 * MINUTE,
    HOUR,
    6 * HOUR,
    24 * HOUR,
    24 * HOUR,
    24 * HOUR,
  ]);
  expect(giveUpAfterMs).toBe(72 * HOUR);
});

test("spread by a fifth, either way", () => {
  expect(retrySchedule(1, () => 0).pauseAfter(1)).toBe(8_000);
  expect(retrySchedule(1, () => 1).pauseAfter(1)).toBe(12_000);
});

test("a factor shortens all of it", () => {
  const { pauseAfter, giveUpAfterMs, restMs } = retrySchedule(0.001, () => 0.5);
  expect([pauseAfter(1), pauseAfter(5), giveUpAfterMs, restMs]).toEqual([10, 3_600, 259_200, 15]);
});
