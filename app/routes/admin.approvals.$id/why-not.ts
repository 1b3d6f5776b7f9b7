import { ACT_RULES } from "~/domain/approvals/act-rules";
import type { StaffId } from "~/domain/shared/ids";
import type { StaffPermission } from "~/domain/staff/permission";
import type { Approval } from "~/ports/approvals";

/**
 * Why what somebody tried changed nothing.
 *
 * @param told what the address says; anybody can write one.
 */
export function whyNothingWasDone(told: string | null, approval: Approval, self: StaffId): string | undefined {
  if (told === "changed") return "What you were shown is not what would run. Look at it again.";
  if (told !== "not-waiting") return undefined;
  const because = whyItDoesNotWait(approval, self);
  return because && `${because} Nothing was changed now.`;
}

function whyItDoesNotWait({ state, decidedBy, brokenGlass, review }: Approval, self: StaffId): string | undefined {
  if (state === "waiting") return undefined;
  if (review) return review.by === self ? "You had reviewed it already." : "Somebody else reviewed it first.";
  if (brokenGlass) return "It was let run without a second person first.";
  if (decidedBy === self) return "You had decided it already, and that stands.";
  if (decidedBy !== undefined) return "Somebody else decided it first.";
  if (state === "withdrawn") return "Whoever asked took it back first.";
  return "It had run out by then.";
}

/** Why somebody does not decide what waits for somebody. */
export function whyNotYours({ act, needs }: Approval, may: ReadonlySet<StaffPermission>): string {
  if (!may.has(ACT_RULES[act.name].decides)) return "It waits for somebody else: your role does not decide this.";
  if (needs === "compliance" && !may.has("approvals:review"))
    return "It waits for compliance, or for whom they let decide in their name.";
  return "It waits for somebody else: whoever asked has let you decide in their name, so this is not yours to decide.";
}
