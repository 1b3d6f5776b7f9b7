import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { NONE } from "~/use-cases/reconcile-page";
import type { Walked } from "~/use-cases/reconcile-walk";
import { reconcileAll } from "./reconcile";

const signal = new AbortController().signal;
const walked = (over: Partial<Walked>): Walked => ({ ...NONE, rounds: 0, gone: 0, closed: 0, ...over });

/** One round, and what it took. */
async function round(over: Partial<Walked> | undefined, perSecond: number, takesMs = 0, ending = signal) {
  const job = reconcileAll(async () => {
    await sleep(takesMs);
    return over && walked(over);
  }, perSecond);
  const begun = performance.now();
  const { more } = await job.round(ending);
  return { more, ms: performance.now() - begun };
}

describe("the walk through all consents", () => {
  test("goes on at once while it is under way, and rests when it is through or somebody else walks", async () => {
    expect(await round({ seen: 1_000 }, 100_000)).toMatchObject({ more: true });
    expect(await round({ seen: 400, rounds: 1 }, 100_000)).toMatchObject({ more: false });
    expect(await round(undefined, 100_000)).toMatchObject({ more: false });
  });

  test("sees no more consents a second than it is allowed to", async () => {
    expect((await round({ seen: 100 }, 500)).ms).toBeGreaterThanOrEqual(190);
    expect((await round({ seen: 100 }, 100_000)).ms).toBeLessThan(190);
    // What the pages themselves took counts.
    expect((await round({ seen: 100 }, 500, 150)).ms).toBeLessThan(300);
  });

  test("leaves a slow authorization server alone for as long as it kept it busy", async () => {
    expect((await round({ seen: 100 }, 100_000, 300)).ms).toBeGreaterThanOrEqual(590);
    // Ten pages in the same time are none too slow.
    expect((await round({ seen: 1_000 }, 100_000, 300)).ms).toBeLessThan(500);
  });

  test("ends when it is told to", async () => {
    const ending = new AbortController();
    setTimeout(() => ending.abort(), 50);
    expect((await round({ seen: 100 }, 20, 0, ending.signal)).ms).toBeLessThan(1_000);
  });
});
