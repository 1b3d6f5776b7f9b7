import type { JobReport, JobStatusBook } from "~/ports/job-status";
import type { RoundEnded } from "./repeat-rounds";

/** At most one write a second for a busy job, and one in 15 seconds for one that finds nothing: idling costs nothing. */
const BUSY_MS = 1_000;
const IDLE_MS = 15_000;

export interface JobReporter {
  ended(round: RoundEnded): Promise<void>;
  /** Writes what was held back. */
  flush(): Promise<void>;
}

/**
 * Gathers what a job's rounds did and writes it now and then. A status that cannot be written is kept for the next
 * write, and never stops the job.
 */
export function createJobReporter(
  job: string,
  book: Pick<JobStatusBook, "write">,
  now = () => performance.now(),
): JobReporter {
  let unwritten: JobReport | undefined;
  let written: { readonly outcome: JobReport["outcome"]; readonly at: number } | undefined;

  const flush = async () => {
    const report = unwritten;
    if (!report) return;
    unwritten = undefined;
    written = { outcome: report.outcome, at: now() };
    await book.write(job, report).catch(() => {
      unwritten = added(report, unwritten);
    });
  };

  return {
    flush,
    async ended(round) {
      unwritten = added(unwritten, reportOf(round));
      const since = written ? now() - written.at : Number.POSITIVE_INFINITY;
      const changed = written?.outcome !== round.outcome;
      const busy = Object.values(unwritten.counts).some((count) => count > 0);
      if (changed || since >= (busy ? BUSY_MS : IDLE_MS)) await flush();
    },
  };
}

function reportOf(ended: RoundEnded): JobReport {
  const { outcome, tookMs } = ended;
  if (outcome === "failed") return { outcome, tookMs, rounds: 1, counts: {}, problem: problemOf(ended.failed) };
  const { counts, lagSeconds } = ended.round;
  return { outcome, tookMs, rounds: 1, counts, ...(lagSeconds !== undefined && { lagSeconds }) };
}

/** @param newer says how the job fares now; what was done adds up. */
function added(older: JobReport | undefined, newer: JobReport): JobReport;
function added(older: JobReport, newer: JobReport | undefined): JobReport;
function added(older: JobReport | undefined, newer: JobReport | undefined): JobReport | undefined {
  if (!older || !newer) return newer ?? older;
  const counts: Record<string, number> = { ...older.counts };
  for (const [what, count] of Object.entries(newer.counts)) counts[what] = (counts[what] ?? 0) + count;
  return { ...newer, counts, rounds: older.rounds + newer.rounds };
}

/** An error's name and code: what they hold beside that may be a value. */
function problemOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  const { code, failure } = error as { code?: unknown; failure?: unknown };
  return [error.name, code ?? failure].filter((word) => typeof word === "string").join(" ");
}
