import type { Database } from "#db/client.server";
import { createApprovalDelegations } from "#db/queries/approval-delegation";
import { createApprovalPolicies } from "#db/queries/approval-policy";
import { createApprovals } from "#db/queries/approvals";
import type { Job } from "~/jobs/job";
import { runApprovedActs } from "~/jobs/run-approved";
import type { ActRunner } from "~/ports/approvals";
import { runApproved } from "~/use-cases/run-approved";

/** What needs a second person. */
export const wireApprovals = (db: Database, tenant: string) => ({
  approvals: createApprovals(db, tenant),
  approvalDelegations: createApprovalDelegations(db, tenant),
  approvalPolicies: createApprovalPolicies(db, tenant),
});

/** @param acts what runs each act once it is approved; each part of the portal brings its own. */
export function approvalJobs(db: Database, tenant: string, acts: ActRunner): readonly Job[] {
  const { approvals, approvalPolicies } = wireApprovals(db, tenant);
  const runner: ActRunner = {
    "change-approval-policy": (act, approval) => approvalPolicies.change(act, approval),
    ...acts,
  };
  return [runApprovedActs({ approvals, runner, run: runApproved({ approvals, runner }) })];
}
