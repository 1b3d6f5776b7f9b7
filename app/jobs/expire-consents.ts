import type { Job } from "./job";

interface Needs {
  expire(limit: number): Promise<{ readonly count: number; readonly overSeconds: number }>;
}

/** How many in one statement: what a kill undoes, and for how long others may wait for a row. */
const BATCH = 1_000;

/** Writes down what time has ended (T14). Two at once are safe: each takes rows that no other has. */
export const expireConsents = ({ expire }: Needs): Job => ({
  name: "expire-consents",
  everyMs: 5_000,
  async round() {
    const { count, overSeconds } = await expire(BATCH);
    return { counts: { expired: count }, lagSeconds: overSeconds, more: count === BATCH };
  },
});
