import type { Act } from "~/domain/approvals/act";
import type { Policy } from "~/domain/approvals/policy";
import type { Approval } from "./approvals";

/**
 * What needs a second person, version by version.
 *
 * @throws DeskUnavailable from every method
 */
export interface ApprovalPolicies {
  now(): Promise<Policy>;
  /** The one of that number, the one that the product comes with too. */
  at(version: number): Promise<Policy | undefined>;
  /** Newest first; without the one that the product comes with. */
  versions(limit: number): Promise<readonly PolicyVersion[]>;
  /** What two people approved; `set-changed` over another version than they were shown. */
  change(
    act: Extract<Act, { readonly name: "change-approval-policy" }>,
    approval: Approval,
  ): Promise<"done" | "set-changed">;
}

export interface PolicyVersion extends Policy {
  readonly approvalId: string;
  readonly setAt: Date;
}
