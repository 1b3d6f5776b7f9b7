import { setTimeout as sleep } from "node:timers/promises";
import { PAGE_SIZE, type ReconciledPage } from "~/use-cases/reconcile-page";
import type { Walked } from "~/use-cases/reconcile-walk";
import type { Job } from "./job";

/** Looks at the newest page of the authorization server's consents: where most of what is new happens. */
export const reconcileNewest = (reconcilePage: () => Promise<ReconciledPage>): Job => ({
  name: "reconcile-newest",
  everyMs: 15_000,
  async round() {
    return { counts: (await reconcilePage()).counts, more: false };
  },
});

/** Pages in one round: few enough for a round to end well before its lease does. */
const PAGES = 10;
/** An authorization server that takes longer than so many milliseconds for a page has something else to do. */
const SLOW_PAGE_MS = 250;

/**
 * Walks through all consents without end. While a walk is under way it goes on at once, up to so many consents a second,
 * and where the authorization server is slow for half of the time; when it is through it rests for a few seconds. Two at
 * once are safe: one walks.
 */
export const reconcileAll = (
  walkOn: (pages: number, signal: AbortSignal) => Promise<Walked | undefined>,
  perSecond: number,
): Job => ({
  name: "reconcile",
  everyMs: 5_000,
  async round(signal) {
    const begun = performance.now();
    const walked = await walkOn(PAGES, signal);
    const isUnderWay = walked !== undefined && walked.rounds === 0 && walked.seen > 0;
    if (isUnderWay) {
      const tookMs = performance.now() - begun;
      const pages = Math.ceil(walked.seen / PAGE_SIZE);
      const pauseMs = Math.max((walked.seen / perSecond) * 1_000 - tookMs, tookMs / pages > SLOW_PAGE_MS ? tookMs : 0);
      await sleep(pauseMs, undefined, { signal }).catch(() => {});
    }
    return { counts: { ...walked }, more: isUnderWay };
  },
});
