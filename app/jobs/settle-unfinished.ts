import type { RecordedDecision, UnfinishedDecision, Visit } from "~/ports/consent-desk";
import type { Job } from "./job";

interface Needs {
  unfinished(limit: number): Promise<readonly UnfinishedDecision[]>;
  settle(visit: Visit, recorded: RecordedDecision): Promise<RecordedDecision>;
}

/** How many in one round; the rest waits for the next. */
const BATCH = 50;

/**
 * Brings to an end what was left between our record and the authorization server, when the customer does not come back
 * to do so. Two at once are safe: each decision has one sender at a time.
 */
export const settleUnfinished = ({ unfinished, settle }: Needs): Job => ({
  name: "settle-unfinished",
  everyMs: 5_000,
  async round(signal) {
    const found = await unfinished(BATCH);
    let ended = 0;
    for (const { visit, recorded } of found) {
      if (signal.aborted) break;
      if ((await settle(visit, recorded)).state !== "intended") ended += 1;
    }
    return {
      counts: { found: found.length, ended },
      lagSeconds: Math.max(0, ...found.map(({ waitingSeconds }) => waitingSeconds)),
      // With none ended the authorization server is down: asking again at once would only add to its troubles.
      more: found.length === BATCH && ended > 0 && !signal.aborted,
    };
  },
});
