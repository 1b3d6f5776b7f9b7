import type { JobStatus } from "~/ports/job-status";

const HEAD = ["job", "last run", "last success", "lag", "did", "problem"] as const;

/** How jobs fare, as text for a terminal: one line each, in columns. */
export function jobTable(jobs: readonly JobStatus[]): string {
  const lines = [HEAD, ...jobs.map(cells)];
  const widths = HEAD.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  return lines
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("   ")
        .trimEnd(),
    )
    .join("\n");
}

function cells(job: JobStatus): readonly string[] {
  const done = Object.entries(job.counts).filter(([, count]) => count > 0);
  return [
    job.name,
    `${job.lastRunAgo} s ago`,
    job.lastSuccessAgo === undefined ? "never" : `${job.lastSuccessAgo} s ago`,
    job.lagSeconds === undefined ? "–" : `${job.lagSeconds} s`,
    done.map(([what, count]) => `${what} ${count}`).join(", ") || "–",
    job.problem ?? "–",
  ];
}
