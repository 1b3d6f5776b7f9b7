import type { ConsentCounts } from "~/ports/consent-counts";
import type { Job } from "./job";

const A_DAY = 86_400;

/** Keeps the counters at most some seconds behind the record (P9), and counts anew where nobody ever did. */
export const foldCounts = ({ counts }: { readonly counts: Pick<ConsentCounts, "fold"> }): Job => ({
  name: "fold-counts",
  everyMs: 1_000,
  async round() {
    const { events, more, lagSeconds } = await counts.fold();
    return { counts: { events }, more, lagSeconds };
  },
});

/** Counts everything anew each day, and says by how much the counters were wrong: that is to be nothing. */
export const recountConsents = ({
  counts,
}: {
  readonly counts: Pick<ConsentCounts, "recount" | "recountedAgo">;
}): Job => ({
  name: "recount-consents",
  everyMs: 60_000,
  async round() {
    const ago = await counts.recountedAgo();
    if (ago !== undefined && ago < A_DAY) return { counts: { recounted: 0, drift: 0 }, more: false };
    const drift = await counts.recount();
    return { counts: { recounted: 1, drift }, more: false };
  },
});

/** Measures what is small enough to be counted as it stands. */
export const measureGauges = ({ counts }: { readonly counts: Pick<ConsentCounts, "gauge"> }): Job => ({
  name: "measure-gauges",
  everyMs: 5_000,
  async round() {
    await counts.gauge();
    return { counts: {}, more: false };
  },
});
