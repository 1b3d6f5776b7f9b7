import type { DelegationDays } from "~/domain/approvals/delegation-days";
import type { StaffId } from "~/domain/shared/ids";
import type { Result } from "~/domain/shared/result";

/**
 * Who decides in whose name, and until when.
 *
 * @throws DeskUnavailable from every method
 */
export interface ApprovalDelegations {
  /** Lets a colleague decide in one's name for so many days: what compliance alone may. */
  delegate(asked: AskedDelegation): Promise<Result<Delegation, NotDelegated>>;
  /** Whoever gave it takes it back. @returns whether there was something to take back. */
  takeBack(id: string, by: StaffId, correlationId: string): Promise<boolean>;
  /** What lives of what somebody gave and was given, at most fifty. */
  of(staff: StaffId): Promise<readonly Delegation[]>;
  /** To whom somebody could delegate and has not, by name, at most a hundred. */
  colleagues(staff: StaffId): Promise<readonly Colleague[]>;
}

export interface AskedDelegation {
  readonly from: StaffId;
  readonly to: StaffId;
  readonly days: DelegationDays;
  readonly correlationId: string;
}

export interface Delegation {
  readonly id: string;
  readonly from: StaffId;
  readonly to: StaffId;
  readonly endsAt: Date;
}

export interface Colleague {
  readonly id: StaffId;
  readonly name: string;
}

export type NotDelegated =
  /** Whoever lends has nothing to lend, or the colleague no use for it. */
  | "not-permitted"
  /** That colleague decides in their name already. */
  | "lives-already";
