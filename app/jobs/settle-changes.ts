import type { ConsentChanges, RecordedChange } from "~/ports/consent-changes";
import type { Job } from "./job";

interface Needs {
  readonly changes: Pick<ConsentChanges, "unfinished">;
  settle(change: RecordedChange, patienceMs: number): Promise<RecordedChange>;
}

/** How many in one round; the rest waits for the next. */
const BATCH = 50;

/**
 * Brings to an end the changes of consents that a crash or an outage left between our record and the authorization
 * server. Two at once are safe: each change has one sender at a time.
 */
export const settleChanges = ({ changes, settle }: Needs): Job => ({
  name: "settle-changes",
  everyMs: 2_000,
  async round(signal) {
    const found = await changes.unfinished(BATCH);
    let ended = 0;
    for (const { change } of found) {
      if (signal.aborted) break;
      if ((await settle(change, 0)).state !== "intended") ended += 1;
    }
    return {
      counts: { found: found.length, ended },
      lagSeconds: Math.max(0, ...found.map(({ waitingSeconds }) => waitingSeconds)),
      more: found.length === BATCH && ended > 0 && !signal.aborted,
    };
  },
});
