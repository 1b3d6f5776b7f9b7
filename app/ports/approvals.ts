import type { Act, ActName } from "~/domain/approvals/act";
import type { StaffId } from "~/domain/shared/ids";
import type { Result } from "~/domain/shared/result";

/**
 * What waits for a second person, and what became of it. Each step is kept with its audit event.
 *
 * @throws DeskUnavailable from every method
 */
export interface Approvals {
  /** The same key by the same person is the same request, however often it comes. */
  ask(asked: AskedApproval): Promise<Approval>;
  find(id: string): Promise<Approval | undefined>;
  /** Newest first. */
  list(filter: { readonly state?: ApprovalState }, page: ApprovalPage): Promise<readonly Approval[]>;
  /** How many somebody could decide now: their own are none of these. */
  waitingFor(staff: StaffId): Promise<number>;
  /** @param hash of what they were shown; another one has changed meanwhile. */
  decide(decision: ApprovalDecision): Promise<Result<Approval, NotDecided>>;
  /** Whoever asked takes it back, while it waits. */
  withdraw(id: string, by: StaffId, correlationId: string): Promise<Result<Approval, NotDecided>>;
  /** Approved and not yet run to its end, oldest first. */
  toRun(limit: number): Promise<readonly Approval[]>;
  /** It has run, or cannot: once. */
  ran(id: string, outcome: "done" | "set-changed" | "failed", correlationId: string): Promise<void>;
}

/** waiting → approved → done, set-changed or failed; waiting → refused, withdrawn or run out. */
export type ApprovalState =
  | "waiting"
  | "approved"
  | "refused"
  | "withdrawn"
  | "run-out"
  | "done"
  | "set-changed"
  | "failed";

export interface AskedApproval {
  readonly act: Act;
  /** Why, for whoever decides and for the record; about nobody. */
  readonly why: string;
  readonly by: StaffId;
  readonly idempotencyKey: string;
  readonly correlationId: string;
  /** At once, and reviewed after: only with `approvals:break-glass`. */
  readonly breakGlass?: boolean;
}

export interface Approval {
  readonly id: string;
  readonly act: Act;
  readonly hash: string;
  readonly why: string;
  readonly askedBy: StaffId;
  readonly askedAt: Date;
  /** After that nobody can decide it any more. */
  readonly runsOutAt: Date;
  readonly state: ApprovalState;
  readonly decidedBy?: StaffId;
  /** Who had asked the one who decided to decide for them. */
  readonly decidedFor?: StaffId;
  readonly decidedAt?: Date;
  readonly breakGlass: boolean;
  /** Of what was done without a second person. */
  readonly reviewedBy?: StaffId;
  readonly correlationId: string;
}

export interface ApprovalDecision {
  readonly id: string;
  readonly by: StaffId;
  readonly answer: "approve" | "refuse";
  readonly hash: string;
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
  | "changed";

export interface ApprovalPage {
  readonly size: number;
  readonly after?: string;
}

/** What runs an act once it is approved; running it again does nothing more. */
export type ActRunner = {
  readonly [Name in ActName]: (
    act: Extract<Act, { readonly name: Name }>,
    approval: Approval,
  ) => Promise<"done" | "set-changed" | "failed">;
};
