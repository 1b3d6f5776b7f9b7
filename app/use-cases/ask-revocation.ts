import type { StaffId } from "~/domain/shared/ids";
import { failed, ok, type Result } from "~/domain/shared/result";
import type { Approval, Approvals } from "~/ports/approvals";
import type { BulkRevocations } from "~/ports/bulk-revocations";

interface Needs {
  readonly revocations: Pick<BulkRevocations, "read" | "asked">;
  readonly approvals: Pick<Approvals, "ask">;
}

export interface RevocationAsked {
  readonly id: string;
  readonly by: StaffId;
  readonly why: string;
  /** The hash and the count that they were shown: another list is not asked for. */
  readonly setHash: string;
  readonly count: number;
  readonly correlationId: string;
}

export type RevocationNotAsked =
  | "not-found"
  /** Whoever prepared it asks: their name stands for it. */
  | "another-prepared"
  /** Asked for, or run, before; or nothing is in it. */
  | "not-ready"
  /** It is not the list that they were shown. */
  | "changed";

/**
 * Asks a second person for the end of a prepared list. The same list is asked for once.
 *
 * @throws DeskUnavailable
 */
export const askRevocation =
  ({ revocations, approvals }: Needs) =>
  async (asked: RevocationAsked): Promise<Result<Approval, RevocationNotAsked>> => {
    const list = await revocations.read(asked.id);
    if (!list) return failed("not-found");
    const { setHash, count, reason, state, preparedBy } = list;
    if (preparedBy !== asked.by) return failed("another-prepared");
    if (state !== "prepared" || setHash === undefined || count === 0) return failed("not-ready");
    if (setHash !== asked.setHash || count !== asked.count) return failed("changed");
    const approval = await approvals.ask({
      act: { name: "revoke-consents", payload: { setId: list.id, setHash, count, reason } },
      why: asked.why,
      by: asked.by,
      idempotencyKey: `revoke ${list.id}`,
      correlationId: asked.correlationId,
    });
    await revocations.asked(list.id, approval.id);
    return ok(approval);
  };
