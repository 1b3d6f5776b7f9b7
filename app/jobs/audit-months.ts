import type { Job } from "./job";

interface Needs {
  /** See `assent.make_audit_months`. */
  makeMonths(): Promise<{ readonly made: number; readonly moved: number; readonly leftOver: number }>;
}

/** Keeps parts of the audit ready for the months to come, so that old months can be dropped whole. */
export const auditMonths = ({ makeMonths }: Needs): Job => ({
  name: "audit-months",
  everyMs: 24 * 60 * 60_000,
  async round() {
    const { made, moved, leftOver } = await makeMonths();
    return { counts: { made, moved, leftOver }, more: false };
  },
});
