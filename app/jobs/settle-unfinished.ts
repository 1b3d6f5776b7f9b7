import type { RecordedDecision, UnfinishedDecision, Visit } from "~/ports/consent-desk";
import type { Job } from "./job";
import { BATCH, settleEach } from "./settle-each";

interface Needs {
  unfinished(limit: number): Promise<readonly UnfinishedDecision[]>;
  settle(visit: Visit, recorded: RecordedDecision): Promise<RecordedDecision>;
}

/**
 * Brings to an end what was left between our record and the authorization server, when the customer does not come back
 * to do so. Two at once are safe: each decision has one sender at a time.
 */
export const settleUnfinished = ({ unfinished, settle }: Needs): Job => ({
  name: "settle-unfinished",
  everyMs: 5_000,
  round: async (signal) =>
    settleEach(await unfinished(BATCH), async ({ visit, recorded }) => settle(await visit(), recorded), signal),
});
