import type { BulkRevocations } from "~/ports/bulk-revocations";
import type { Job } from "./job";

interface Needs {
  readonly revocations: Pick<BulkRevocations, "find" | "forgetUnused">;
  /** How many consents a list can have. */
  readonly most: number;
}

/** Finds the consents of the lists that staff prepare, some at a time, and forgets lists that nobody asked for. */
export const prepareRevocations = ({ revocations, most }: Needs): Job => ({
  name: "prepare-revocations",
  everyMs: 2_000,
  async round(signal) {
    let steps = 0;
    while (!signal.aborted && (await revocations.find(undefined, most))) steps += 1;
    return { counts: { steps, forgotten: steps > 0 ? 0 : await revocations.forgetUnused(1) }, more: steps > 0 };
  },
});
