import type { StaffId } from "~/domain/shared/ids";
import type { StaffPermission } from "~/domain/staff/permission";

/**
 * Where staff are logged in, by the database's clock alone, and what is on record of their coming and being refused.
 *
 * @throws DeskUnavailable from every method
 */
export interface StaffDesk {
  /** Logs somebody in, and writes that down in the same statement. */
  begin(token: string, session: NewStaffSession): Promise<void>;
  /** The session, when it lives; being asked for is what keeps it from ending idle. */
  use(token: string): Promise<LiveStaffSession | undefined>;
  end(token: string): Promise<void>;
  /** Takes away what has ended by itself, at most so many at once. */
  forgetEnded(limit: number): Promise<number>;
  /** Writes down that somebody asked for what they may not do. */
  refused(refusal: StaffRefusal): Promise<void>;
  /** What these are called; who never logged in here is absent. */
  namesOf(ids: readonly StaffId[]): Promise<ReadonlyMap<StaffId, string>>;
}

export interface NewStaffSession {
  readonly staff: StaffId;
  readonly name: string;
  readonly roles: readonly string[];
  readonly acr: string;
  /** When they were authenticated, as the identity provider says: however long the browser took to come back. */
  readonly authTime: Date;
  readonly correlationId: string;
}

export interface LiveStaffSession extends Omit<NewStaffSession, "authTime" | "correlationId"> {
  readonly id: string;
  /** Since they were authenticated, by the database's clock. */
  readonly ageMs: number;
  readonly leftMs: number;
  /** How many requests for approval they could decide or review, at most a hundred. */
  readonly waiting: number;
}

export interface StaffRefusal {
  readonly staff: StaffId;
  readonly permission: StaffPermission;
  readonly correlationId: string;
}
