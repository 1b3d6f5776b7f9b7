import type { refreshAppFacts as refresh } from "~/use-cases/refresh-app-facts";
import type { Job } from "./job";

/** Looks each day at what the registrations of apps say (D-20). Two at once are safe: each claims what it looks up. */
export const refreshAppFacts = (round: ReturnType<typeof refresh>): Job => ({
  name: "refresh-app-facts",
  everyMs: 10_000,
  async round() {
    const { more, ...counts } = await round();
    return { counts, more };
  },
});
