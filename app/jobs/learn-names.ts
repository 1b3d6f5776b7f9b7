import type { learnNames as learn } from "~/use-cases/learn-names";
import type { Job } from "./job";

/** Learns within seconds what a new customer is called, so that staff find them by it. */
export const learnNames = (round: ReturnType<typeof learn>): Job => ({
  name: "learn-names",
  everyMs: 3_000,
  async round() {
    const { more, ...counts } = await round();
    return { counts, more };
  },
});
