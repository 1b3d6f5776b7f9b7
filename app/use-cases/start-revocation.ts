import type { Approval } from "~/ports/approvals";
import type { BulkRevocations } from "~/ports/bulk-revocations";

type RevokeConsents = Extract<Approval["act"], { readonly name: "revoke-consents" }>;

interface Needs {
  readonly revocations: Pick<BulkRevocations, "start">;
}

/**
 * Begins what was approved, when the list is to the last consent the one that was; from then on a job runs it (B-09).
 * Called again it does nothing more.
 *
 * @throws DeskUnavailable
 */
export const startRevocation =
  ({ revocations }: Needs) =>
  async ({ payload }: RevokeConsents, approval: Approval): Promise<"done" | "set-changed" | "failed"> => {
    const { setId, setHash, count, reason } = payload;
    const { id: approvalId, askedBy, correlationId } = approval;
    const begun = await revocations.start({ id: setId, setHash, count, reason, askedBy, approvalId, correlationId });
    return begun === "started" ? "done" : begun === "set-changed" ? begun : "failed";
  };
