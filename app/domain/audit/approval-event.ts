import type { ActName } from "../approvals/act";
import type { PeopleNeeded, PolicyRules } from "../approvals/policy";
import type { StaffId } from "../shared/ids";

/** Each step of what needs a second person. Why somebody did it stands with the request itself. */
export type ApprovalEvent =
  | {
      readonly type: "approval-asked";
      readonly detail: {
        readonly approvalId: string;
        readonly act: ActName;
        /** Names exactly this act; with the request at hand it can be worked out again. */
        readonly hash: string;
        readonly count: number;
        readonly needs: PeopleNeeded;
        readonly policyVersion: number;
      };
    }
  | {
      readonly type: "approval-decided";
      readonly detail: {
        readonly approvalId: string;
        readonly answer: "approve" | "refuse";
        readonly hash: string;
        /** Who lent the right to. */
        readonly decidedFor?: StaffId;
      };
    }
  | { readonly type: "approval-withdrawn"; readonly detail: { readonly approvalId: string } }
  | { readonly type: "approval-run-out"; readonly detail: { readonly approvalId: string } }
  /** It was let run without a second person. */
  | { readonly type: "approval-glass-broken"; readonly detail: { readonly approvalId: string; readonly hash: string } }
  | {
      readonly type: "approval-reviewed";
      readonly detail: { readonly approvalId: string; readonly finding: "right" | "not-right" };
    }
  | {
      readonly type: "approval-ended";
      readonly detail: {
        readonly approvalId: string;
        readonly outcome: "done" | "set-changed" | "failed" | "not-permitted";
      };
    }
  | {
      readonly type: "approval-delegated";
      readonly detail: { readonly delegationId: string; readonly to: StaffId; readonly until: string };
    }
  | { readonly type: "approval-delegation-ended"; readonly detail: { readonly delegationId: string } }
  | {
      readonly type: "approval-policy-changed";
      readonly detail: { readonly approvalId: string; readonly version: number; readonly rules: PolicyRules };
    };
