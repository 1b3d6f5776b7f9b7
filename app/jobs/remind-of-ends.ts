import type { Reminders } from "~/ports/reminders";
import type { Job } from "./job";

/** How many in one statement. */
const BATCH = 500;

/** Reminds customers before what they agreed to ends (D-12). */
export const remindOfEnds = ({ reminders }: { readonly reminders: Reminders }): Job => ({
  name: "remind-of-ends",
  everyMs: 60_000,
  async round() {
    const { queued, forgotten } = await reminders.queue(BATCH);
    return { counts: { queued, forgotten }, more: queued === BATCH };
  },
});
