import type { StaffId } from "~/domain/shared/ids";
import type { Delegation } from "~/ports/approval-delegations";
import { minute } from "~/ui/admin/staff-words";

export interface Line {
  readonly id: string;
  readonly who: string;
  readonly forWhom: string;
  readonly until: string;
  readonly isGiven: boolean;
}

/** Who decides for whom, as one of the two reads it. */
export const lineFor =
  (self: StaffId, names: ReadonlyMap<StaffId, string>) =>
  ({ id, from, to, endsAt }: Delegation): Line => ({
    id,
    who: to === self ? "You" : (names.get(to) ?? to),
    forWhom: from === self ? "You" : (names.get(from) ?? from),
    until: minute(endsAt),
    isGiven: from === self,
  });
