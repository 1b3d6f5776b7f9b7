import type { Act } from "~/domain/approvals/act";
import { actHash } from "~/domain/approvals/act-hash";
import { ACT_RULES } from "~/domain/approvals/act-rules";
import { permissionsOf } from "~/domain/staff/role";
import type { ActRunner, Approval, Approvals, ApprovalToRun, RunOutcome } from "~/ports/approvals";

interface Needs {
  readonly approvals: Pick<Approvals, "ran">;
  readonly runner: ActRunner;
}

/**
 * Runs what was approved, and writes down what came of it. Whoever asked must still be let do it, and the act must be the
 * one whose hash was approved. Killed at any moment it is run again: an act that runs twice does nothing the second time.
 *
 * @throws whatever the act throws; it is approved still, and tried again
 */
export const runApproved =
  ({ approvals, runner }: Needs) =>
  async (toRun: ApprovalToRun): Promise<RunOutcome> => {
    const outcome = await outcomeOf(toRun, runner);
    const { id, correlationId } = toRun.approval;
    await approvals.ran(id, outcome, correlationId);
    return outcome;
  };

async function outcomeOf({ approval, askedByRoles }: ApprovalToRun, runner: ActRunner): Promise<RunOutcome> {
  const { act, hash } = approval;
  if (!permissionsOf(askedByRoles).has(ACT_RULES[act.name].asks)) return "not-permitted";
  if (actHash(act) !== hash) return "set-changed";
  return run(act, approval, runner);
}

async function run<Name extends Act["name"]>(
  act: Extract<Act, { readonly name: Name }>,
  approval: Approval,
  runner: ActRunner,
) {
  const runs = runner[act.name as Name];
  if (!runs) throw new Error(`nothing runs ${act.name}`);
  return runs(act, approval);
}
