import type { ActorType } from "~/domain/audit/actor";
import { AS_FOUND, type AsFound, isOpen, type MoveReason } from "~/domain/consent/lifecycle";
import type { ChangeUnderWay } from "~/ports/consent-changes";
import type { RegisteredConsent } from "~/ports/consent-register";
import { STATUS_WORDS, wordsOfReason } from "~/ui/admin/staff-words";
import type { StandingView } from "~/ui/admin/standing-view";

/** Who did something, where nobody is named. */
export const WHO = {
  customer: "Customer",
  tpp: "TPP",
  staff: "Bank staff",
  system: "System",
} as const satisfies Record<ActorType, string>;

const UNDER_WAY = {
  stop: "Being stopped",
  terminate: "Being ended",
  suspend: "Being held",
  resume: "Being released",
  "remove-account": "Live",
} as const satisfies Record<ChangeUnderWay["move"], string>;

/** How it stands now and why, as it truly is: what is under way has not happened yet (C-10). */
export function presentStanding(
  {
    status,
    reason,
    suspendedBy,
    pauseBeneath,
  }: Pick<RegisteredConsent, "status" | "reason" | "suspendedBy" | "pauseBeneath">,
  underWay: ChangeUnderWay | undefined,
): StandingView {
  if (underWay && isOpen(status) && underWay.move !== "remove-account") {
    const who = underWay.by === "customer" ? "as the customer asked" : "as the bank asked";
    return {
      word: UNDER_WAY[underWay.move],
      tone: "wait",
      why: `${who}; the authorization server has yet to confirm it`,
    };
  }
  const { word, tone } = STATUS_WORDS[status];
  if (status === "suspended") {
    const byCustomer = suspendedBy === "customer";
    return {
      word: byCustomer ? "Paused by customer" : "Held by bank",
      tone: "wait",
      why: `${whyOf(reason)}${pauseBeneath ? ", over a pause of the customer's" : ""}`,
    };
  }
  return { word, tone, ...(status === "pending" ? {} : { why: whyOf(reason) }) };
}

/** Nobody told us why of what we only came upon. */
export const whyOf = (reason: MoveReason | AsFound | string): string =>
  reason === AS_FOUND ? "No reason was told" : wordsOfReason(reason);
