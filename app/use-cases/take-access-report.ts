import type { AccessBook, AccessReports } from "~/ports/access-reports";

interface Needs {
  readonly reports: AccessReports;
  readonly book: AccessBook;
}

/** What became of each event of a report, so that whoever sent it need not send it again. */
export interface TakenReport {
  readonly taken: number;
  /** Were there before. */
  readonly repeated: number;
  /** Will not be taken however often they come. */
  readonly refused: readonly { readonly index: number; readonly field: string }[];
  /** Lie ahead of our clock: to be sent again when they do not. */
  readonly early: readonly string[];
}

/**
 * Keeps what a gateway tells of the reads that it answered (D-05). One event that nobody can keep costs the others
 * nothing: a sender whose whole report were refused would come to a stand at it.
 *
 * @throws BankAccessUnavailable
 * @throws DeskUnavailable
 */
export const takeAccessReport =
  ({ reports, book }: Needs) =>
  async (body: string): Promise<TakenReport | "unsigned" | { readonly field: string }> => {
    const report = await reports.read(body);
    if (report === "unsigned" || "field" in report) return report;
    const { taken, early } = await book.take(report);
    return {
      taken,
      repeated: report.events.length - taken - early.length,
      refused: report.refused,
      early,
    };
  };
