import type { RevocationRun, RevocationRuns } from "~/ports/revocation-runs";
import type { RevocationRound } from "~/use-cases/run-revocation";
import type { Job } from "./job";

interface Needs {
  readonly runs: Pick<RevocationRuns, "claim" | "release">;
  readonly run: (run: RevocationRun, signal: AbortSignal) => Promise<RevocationRound>;
  /** Names this process. */
  readonly newRunner: () => string;
}

/** Ends the consents of the lists that were approved, one list after the other. Two at once are safe. */
export const bulkRevoke = ({ runs, run, newRunner }: Needs): Job => ({
  name: "bulk-revoke",
  everyMs: 1_000,
  async round(signal) {
    const taken = await runs.claim(newRunner());
    if (!taken) return { counts: {}, more: false };
    try {
      const { over, ...counts } = await run(taken, signal);
      return { counts, lagSeconds: taken.startedSecondsAgo, more: over || counts.begun > 0 };
    } finally {
      await runs.release(taken).catch(() => {});
    }
  },
});
