import type { CaseAlert } from "~/domain/cases/customer-case";
import type { CustomerCases } from "~/ports/customer-cases";
import type { Job } from "./job";

interface Needs {
  readonly cases: CustomerCases;
  /** Tells whoever is on duty. */
  announce(alert: CaseAlert): void;
}

const BATCH = 100;

/**
 * Tells of each case that a customer opened. Beside the page and not on it, so that none goes unheard when the process
 * that took the answer dies right after it; one may be told twice then.
 */
export const announceCases = ({ cases, announce }: Needs): Job => ({
  name: "announce-cases",
  everyMs: 2_000,
  async round() {
    const waiting = await cases.claimUnannounced(BATCH);
    for (const alert of waiting) announce(alert);
    if (waiting.length > 0) await cases.announced(waiting);
    const lagSeconds = Math.max(0, ...waiting.map((alert) => alert.waitingSeconds));
    return { counts: { announced: waiting.length }, lagSeconds, more: waiting.length === BATCH };
  },
});
