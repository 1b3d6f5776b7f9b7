import type { ConsentChanges, RecordedChange } from "~/ports/consent-changes";
import type { Job } from "./job";
import { BATCH, settleEach } from "./settle-each";

interface Needs {
  readonly changes: Pick<ConsentChanges, "unfinished">;
  settle(change: RecordedChange, patienceMs: number): Promise<RecordedChange>;
}

/**
 * Brings to an end the changes of consents that a crash or an outage left between our record and the authorization
 * server. Two at once are safe: each change has one sender at a time.
 */
export const settleChanges = ({ changes, settle }: Needs): Job => ({
  name: "settle-changes",
  everyMs: 2_000,
  round: async (signal) => settleEach(await changes.unfinished(BATCH), ({ change }) => settle(change, 0), signal),
});
