import type { ActorType } from "../audit/actor";
import type { ChangeMove } from "./change";
import { type AsFound, type ConsentStatus, isLive, isOpen, type MoveReason } from "./lifecycle";

/** What a customer is told of a consent, wherever it is shown (C-10). */
export type ShownStatus =
  /** Somebody has yet to agree to it. */
  | { readonly is: "needs-action" }
  | { readonly is: "active" }
  /** Whoever paused it, or a higher one, lets it go on (T10). */
  | { readonly is: "paused"; readonly by: "customer" | "bank" }
  /** A change is on its way: what was before still holds, until the authorization server has the change. */
  | { readonly is: "stopping" | "pausing" | "resuming" }
  | { readonly is: "ended"; readonly why: EndedWhy };

/** Why a consent ended, as far as its customer needs to tell ends apart (D-03). */
export const ENDED_WHYS = [
  "expired",
  "unused",
  "you-stopped",
  "you-asked-us",
  "app-stopped",
  "bank-stopped",
  "app-not-authorised",
  "accounts-closed",
  "replaced",
  "refused",
  "not-finished",
  "used",
  /** Nobody told us who did it. */
  "stopped",
] as const;
export type EndedWhy = (typeof ENDED_WHYS)[number];

/** What it is read from; the status is what holds now by the database's clock, past its end already expired. */
export interface StatusFacts {
  readonly status: ConsentStatus;
  readonly reason: MoveReason | AsFound;
  readonly suspendedBy?: ActorType;
  /** Absent for what nobody ever agreed to. */
  readonly agreedAt?: Date;
}

/**
 * The one answer to "how does this consent stand".
 *
 * @param underWay a change of it that the authorization server has not confirmed yet.
 */
export function shownStatus(facts: StatusFacts, underWay?: ChangeMove): ShownStatus {
  const { status, suspendedBy } = facts;
  if (!isOpen(status)) return { is: "ended", why: endedWhy(facts) };
  if (!isLive(status)) return { is: "needs-action" };
  // One account that leaves changes nothing for the others.
  if (underWay && underWay !== "remove-account") return { is: UNDER_WAY[underWay] };
  return status === "suspended"
    ? { is: "paused", by: suspendedBy === "customer" ? "customer" : "bank" }
    : { is: "active" };
}

const UNDER_WAY = { stop: "stopping", terminate: "stopping", suspend: "pausing", resume: "resuming" } as const;

function endedWhy({ status, reason, agreedAt }: StatusFacts): EndedWhy {
  const known = BY_REASON.get(reason);
  if (known) return known;
  switch (status) {
    case "expired":
      // Of what was never agreed to, only the request ran out.
      return agreedAt ? "expired" : "not-finished";
    case "consumed":
      return "used";
    case "terminated":
      return "bank-stopped";
    case "rejected":
      // A customer's no has its own reason; of one that nobody told us a reason for, neither is known.
      return reason === "as-found" ? "not-finished" : "refused";
    default:
      return reason === "as-found" ? "stopped" : "you-stopped";
  }
}

/** Reasons that say more than the status. */
const BY_REASON: ReadonlyMap<MoveReason | AsFound, EndedWhy> = new Map<MoveReason, EndedWhy>([
  ["superseded", "replaced"],
  ["tpp-deleted", "app-stopped"],
  ["inactivity", "unused"],
  ["tpp-request", "app-stopped"],
  ["tpp-deauthorised", "app-not-authorised"],
  ["client-instruction-via-agent", "you-asked-us"],
  ["account-all-closed", "accounts-closed"],
  ["account-closed", "accounts-closed"],
  ["cass-switch", "accounts-closed"],
  ["account-barred", "accounts-closed"],
  ["mandate-ended", "accounts-closed"],
  ["coholder-removed", "accounts-closed"],
  ["timed-out", "not-finished"],
  ["sca-failed", "not-finished"],
  ["risk-blocked", "not-finished"],
  ["no-eligible-account", "not-finished"],
  ["tpp-not-authorised", "not-finished"],
  ["technical", "not-finished"],
]);
