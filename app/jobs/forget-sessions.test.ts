import { expect, test } from "vitest";
import { forgetSessions } from "./forget-sessions";

test("goes on at once while there may be more, and rests then", async () => {
  let left = 2_300;
  const forgetEnded = async (limit: number) => {
    const taken = Math.min(limit, left);
    left -= taken;
    return taken;
  };
  const { round } = forgetSessions({ sessions: { forgetEnded } });
  const { signal } = new AbortController();
  const rounds = [await round(signal), await round(signal), await round(signal)];
  expect(rounds.map(({ counts, more }) => [counts["forgotten"], more])).toEqual([
    [1_000, true],
    [1_000, true],
    [300, false],
  ]);
});
