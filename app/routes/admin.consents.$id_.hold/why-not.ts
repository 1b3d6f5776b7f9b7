import { isLive } from "~/domain/consent/lifecycle";
import { traitsOf } from "~/domain/consent-kinds/index";
import type { BeforeAct } from "~/use-cases/view-staff-act";

export type StaffActName = "hold" | "release" | "revoke";

/** Why an act cannot be done to a consent as it is, for whoever comes late or by an old link; undefined where it can. */
export function whyNot(act: StaffActName, { consent, underWay }: BeforeAct): string | undefined {
  const { status, suspendedBy, kind } = consent;
  if (!isLive(status)) return "Nothing can be done to it: nobody agreed to it yet, or it has ended.";
  if (underWay && (underWay.move === "stop" || underWay.move === "terminate")) {
    return underWay.by === "customer"
      ? "The customer is stopping it. That is on its way to the authorization server and needs nothing of you."
      : "The bank is ending it already.";
  }
  // An end overtakes a pause that is under way; nothing else does.
  if (underWay && act !== "revoke") return "Another change of it is under way. Look again in a moment.";
  const isHeld = status === "suspended" && suspendedBy !== "customer";
  switch (act) {
    case "hold":
      if (!traitsOf(kind).lasts)
        return "A payment that is used once cannot be held. Revoke it before it is made, or leave it.";
      return isHeld ? "The bank holds it already." : undefined;
    case "release":
      if (isHeld) return undefined;
      return status === "suspended"
        ? "Its customer has paused it, and only they take it up again."
        : "The bank does not hold it.";
    case "revoke":
      return undefined;
  }
}
