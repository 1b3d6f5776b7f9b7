import type { Result } from "~/domain/shared/result";
import type { AskedChange, ConsentChanges, NotIntended, PauseOver, RecordedChange } from "~/ports/consent-changes";
import type { Job } from "./job";
import { BATCH, settleEach } from "./settle-each";

interface Needs {
  readonly changes: Pick<ConsentChanges, "pausesOver" | "endOfPause" | "pauseSeen">;
  change(asked: AskedChange): Promise<Result<RecordedChange, NotIntended>>;
}

/**
 * Ends the pauses whose time is up, as their customers said when they paused (D-09, T10). Two at once are safe: of one
 * pause there is one end. Whatever else became of the consent meanwhile stays as it is.
 */
export const endPauses = ({ changes, change }: Needs): Job => {
  const end = async ({ pause }: PauseOver) => {
    // Now and not with the list: those before it may have taken minutes.
    const asked = await changes.endOfPause(pause);
    const ended = asked && (await change(asked));
    // Once that other change has come to its end, the next round looks again.
    if (ended && !ended.ok && ended.error === "another-under-way") return { state: "intended" };
    await changes.pauseSeen(pause);
    return { state: "ended" };
  };
  return {
    name: "end-pauses",
    everyMs: 5_000,
    round: async (signal) => settleEach(await changes.pausesOver(BATCH), end, signal),
  };
};
