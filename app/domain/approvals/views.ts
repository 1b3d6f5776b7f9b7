/** The lists of requests for approval, the one that comes first first. */
export const APPROVAL_VIEWS = ["for-me", "waiting", "mine", "ended", "to-review"] as const;
export type ApprovalView = (typeof APPROVAL_VIEWS)[number];
