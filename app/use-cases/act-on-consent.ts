import type { MOVES } from "~/domain/consent/lifecycle";
import type { ConsentId, StaffId } from "~/domain/shared/ids";
import type { Result } from "~/domain/shared/result";
import type { AskedChange, NotIntended, RecordedChange } from "~/ports/consent-changes";

/** The customer's own pause is not the bank's, and TPPs are held as such. */
type HoldReason = Exclude<(typeof MOVES)["suspend"]["reasons"][number], "customer-pause" | "tpp-suspended">;
type TerminateReason = (typeof MOVES)["terminate"]["reasons"][number];

/** What every act of staff on one consent comes with. */
export interface StaffAct {
  readonly staff: StaffId;
  readonly consentId: ConsentId;
  /** The version that they were shown. */
  readonly shown: number;
  /** Why, in their own words. */
  readonly note: string;
  readonly idempotencyKey: string;
  readonly correlationId: string;
}

type Change = (asked: AskedChange) => Promise<Result<RecordedChange, NotIntended>>;

/** The bank holds a consent back: nothing flows until it lets go (T9). @throws DeskUnavailable */
export const holdConsent =
  ({ change }: { readonly change: Change }) =>
  ({ reason, staff, ...act }: StaffAct & { readonly reason: HoldReason }) =>
    change({ ...act, move: "suspend", reason, actor: { type: "staff", id: staff } });

/** The bank lets go of what it holds (T10). @throws DeskUnavailable */
export const releaseConsent =
  ({ change }: { readonly change: Change }) =>
  ({ staff, ...act }: StaffAct) =>
    change({ ...act, move: "resume", reason: "resumed", actor: { type: "staff", id: staff } });

/** The bank ends one consent (T13). @throws DeskUnavailable */
export const revokeConsent =
  ({ change }: { readonly change: Change }) =>
  ({ reason, staff, ...act }: StaffAct & { readonly reason: TerminateReason }) =>
    change({ ...act, move: "terminate", reason, actor: { type: "staff", id: staff } });
