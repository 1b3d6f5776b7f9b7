import { ACT_NAMES } from "~/domain/approvals/act-rules";
import type { ActRunner, Approvals, ApprovalToRun } from "~/ports/approvals";
import type { Job } from "./job";

interface Needs {
  readonly approvals: Pick<Approvals, "takeToRun" | "endRunOut">;
  /** Whose acts are run; what it has none for waits. */
  readonly runner: ActRunner;
  run(toRun: ApprovalToRun): Promise<string>;
}

const BATCH = 20;

/** Runs what two people agreed to, once each, and ends what nobody agreed to or ran in time. */
export const runApprovedActs = ({ approvals, runner, run }: Needs): Job => ({
  name: "run-approved",
  everyMs: 1_000,
  async round(signal) {
    const runOut = await approvals.endRunOut(BATCH);
    const taken = await approvals.takeToRun(
      ACT_NAMES.filter((name) => runner[name] !== undefined),
      BATCH,
    );
    const failures: unknown[] = [];
    let ended = 0;
    for (const one of taken) {
      if (signal.aborted) break;
      // One that cannot be run holds up no other, and the round fails when the others are done: it must be seen.
      await run(one).then(
        () => {
          ended += 1;
        },
        (error: unknown) => failures.push(error),
      );
    }
    if (failures.length > 0) throw failures[0];
    return { counts: { ended, runOut }, more: !signal.aborted && Math.max(taken.length, runOut) === BATCH };
  },
});
