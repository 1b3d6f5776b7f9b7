import type { Act, ActName } from "~/domain/approvals/act";
import type { PeopleNeeded } from "~/domain/approvals/policy";
import type { ApprovalView } from "~/domain/approvals/views";
import type { StaffId } from "~/domain/shared/ids";
import type { Result } from "~/domain/shared/result";

/**
 * What waits for a second person, and what became of it. Each step is kept with its audit event. Whoever decides is looked
 * up in the record of who is on the staff, whatever the caller knows of them.
 *
 * @throws DeskUnavailable from every method
 */
export interface Approvals {
  /**
   * Asks for every act of its kind, however small: the policy says who has to agree, and what one person asks for within
   * a day is counted together. One that needs nobody comes back approved. The same key by the same person is the same
   * request, however often it comes and whatever comes with it.
   */
  ask(asked: AskedApproval): Promise<Approval>;
  find(id: string): Promise<Approval | undefined>;
  /** The same, with what this person could do with it now. */
  findFor(id: string, staff: StaffId): Promise<ApprovalFor | undefined>;
  /** Newest first. */
  list(asked: AskedApprovals): Promise<ApprovalPage>;
  /** How many somebody could decide or review now, at most a hundred: their own are none of these. */
  waitingFor(staff: StaffId): Promise<number>;
  /** How many should have been reviewed by now, at most a hundred. */
  overdueReviews(): Promise<number>;
  /** @param decision with the hash of what they were shown; another one has changed meanwhile. */
  decide(decision: ApprovalDecision): Promise<Result<Approval, NotDecided>>;
  /** Whoever asked takes it back, while it waits. */
  withdraw(id: string, by: StaffId, correlationId: string): Promise<Result<Approval, NotDecided>>;
  /** Whoever asked lets it run without a second person, to be reviewed after; only of what stops harm. */
  breakGlass(breaking: BrokenGlass): Promise<Result<Approval, NotDecided>>;
  /** Somebody else says whether that was right. */
  review(review: ApprovalReview): Promise<Result<Approval, NotDecided>>;
  /**
   * Takes what is approved and not yet run, oldest first: for two minutes it is whoever took it who runs it. What was not
   * run within two days of its approval is not run any more.
   */
  takeToRun(acts: readonly ActName[], limit: number): Promise<readonly ApprovalToRun[]>;
  /** It has run, or cannot. @returns false when it had ended before: whoever got true was the one. */
  ran(id: string, outcome: RunOutcome, correlationId: string): Promise<boolean>;
  /** Ends what nobody decided or ran in time, at most so many at once. */
  endRunOut(limit: number): Promise<number>;
}

/**
 * waiting → approved → done, set-changed, failed, not-permitted or run out; waiting → refused, withdrawn or run out.
 * Approved at once: what needs nobody, and what could not wait. Not permitted: whoever asked may not do it any more.
 */
export type ApprovalState = "waiting" | "approved" | "refused" | "withdrawn" | "run-out" | RunOutcome;

export type RunOutcome = "done" | "set-changed" | "failed" | "not-permitted";

export interface AskedApproval {
  readonly act: Act;
  /** Why, for whoever decides and for the record; about nobody. */
  readonly why: string;
  readonly by: StaffId;
  readonly idempotencyKey: string;
  readonly correlationId: string;
}

export interface Approval {
  readonly id: string;
  readonly act: Act;
  readonly hash: string;
  readonly why: string;
  readonly needs: PeopleNeeded;
  readonly askedBy: StaffId;
  readonly askedAt: Date;
  /** After that nobody can decide it any more. */
  readonly runsOutAt: Date;
  readonly state: ApprovalState;
  readonly decidedBy?: StaffId;
  /** Who had asked the one who decided to decide for them. */
  readonly decidedFor?: StaffId;
  /** When it was approved or refused; of what needs nobody, when it was asked for. */
  readonly decidedAt?: Date;
  readonly note?: string;
  /** It was let run without a second person. */
  readonly brokenGlass?: {
    readonly because: string;
    readonly reviewDueAt: Date;
    /** Nobody has reviewed it, and should have. */
    readonly overdue: boolean;
  };
  readonly review?: {
    readonly by: StaffId;
    readonly at: Date;
    readonly finding: Finding;
    readonly note: string;
  };
  readonly endedAt?: Date;
  readonly correlationId: string;
}

export interface ApprovalFor {
  readonly approval: Approval;
  readonly may: ReadonlySet<"decide" | "withdraw" | "break-glass" | "review">;
}

export type Finding = "right" | "not-right";

export interface ApprovalToRun {
  readonly approval: Approval;
  /** Of whoever asked, as they last logged in. */
  readonly askedByRoles: readonly string[];
}

export interface ApprovalDecision {
  readonly id: string;
  readonly by: StaffId;
  readonly answer: "approve" | "refuse";
  readonly hash: string;
  readonly note: string;
  readonly correlationId: string;
}

export interface BrokenGlass {
  readonly id: string;
  readonly by: StaffId;
  readonly hash: string;
  /** Why it cannot wait. */
  readonly because: string;
  readonly correlationId: string;
}

export interface ApprovalReview {
  readonly id: string;
  readonly by: StaffId;
  readonly finding: Finding;
  readonly note: string;
  readonly correlationId: string;
}

export type NotDecided =
  | "not-found"
  /** Nobody decides their own, nor what they were asked to decide for whoever asked. */
  | "own"
  /** Somebody was first, it ran out, or was taken back. */
  | "not-waiting"
  /** What they were shown is not what would run. */
  | "changed"
  /** None of their roles lets them. */
  | "not-permitted";

export interface AskedApprovals {
  readonly view: ApprovalView;
  /** Whose view it is. */
  readonly staff: StaffId;
  readonly size: number;
  /** The last one of the page before, or the first one of the page behind. */
  readonly after?: string;
  readonly before?: string;
}

export interface ApprovalPage {
  readonly rows: readonly Approval[];
  readonly hasPrevious: boolean;
  readonly hasNext: boolean;
}

/** What runs an act once it is approved; running it again does nothing more. What has none waits. */
export type ActRunner = {
  readonly [Name in ActName]?: (
    act: Extract<Act, { readonly name: Name }>,
    approval: Approval,
  ) => Promise<Exclude<RunOutcome, "not-permitted">>;
};
