import type { ClientId, ConsentId, CustomerId, StaffId } from "~/domain/shared/ids";
import type { LookReason } from "~/domain/staff/look-reason";

/**
 * Why members of staff look at single consents. What was said is in the record of evidence; here is only for how
 * long it still opens that consent to that person.
 *
 * @throws DeskUnavailable from every method
 */
export interface StaffLooks {
  /** Opens one consent to one person for half an hour, and writes down why in the same statement. */
  begin(look: NewLook): Promise<void>;
  /** Undefined once half an hour has gone by since they said why, and for whoever never did. */
  of(staff: StaffId, consent: ConsentId): Promise<Look | undefined>;
  /** Takes away what opens nothing any more, at most so many at once. */
  forgetEnded(limit: number): Promise<number>;
}

export interface NewLook {
  readonly staff: StaffId;
  readonly consentId: ConsentId;
  readonly clientId: ClientId;
  /** Whose it is; absent for what nobody was asked about yet. */
  readonly customer?: CustomerId;
  readonly reason: LookReason;
  /** In their own words, kept under the customer's key; not kept where there is no customer. */
  readonly note: string;
  readonly correlationId: string;
}

export interface Look {
  readonly reason: LookReason;
  readonly until: Date;
}
