import type { ReconciledPage } from "~/use-cases/reconcile-page";
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

/** Pages in one round: with the pause between them, 12,000 consents a minute at most, and no more load than that. */
const PAGES = 10;

/** Walks through all consents without end. Two at once are safe: one walks. */
export const reconcileAll = (walkOn: (pages: number, signal: AbortSignal) => Promise<Walked | undefined>): Job => ({
  name: "reconcile",
  everyMs: 5_000,
  async round(signal) {
    return { counts: { ...(await walkOn(PAGES, signal)) }, more: false };
  },
});
