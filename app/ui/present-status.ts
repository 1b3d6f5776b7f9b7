import type { ShownStatus } from "~/domain/consent/shown-status";
import { type ConsentKind, isPaidLater, traitsOf } from "~/domain/consent-kinds/index";
import type { Words } from "~/i18n/words";

/** How a consent stands, in a word and a shape, and where it ended the true reason (C-10, D-03). */
export interface StatusView {
  readonly is: ShownStatus["is"] | "done";
  readonly label: string;
  readonly why?: string;
}

/** What is used up by one use was not ended when it was used: it did what it was for. */
export function presentStatus(status: ShownStatus, kind: ConsentKind, { standing: own }: Words): StatusView {
  switch (status.is) {
    case "ended":
      if (status.why === "used" && !traitsOf(kind).lasts) return { is: "done", label: own.done[doneBy(kind)] };
      return { is: status.is, label: own.ended, why: own.why[status.why] };
    case "paused":
      return { is: status.is, label: own.paused[status.by] };
    default:
      return { is: status.is, label: own[status.is] };
  }
}

/** Of what is to be paid on a later day, nothing is on its way yet. */
const doneBy = (kind: ConsentKind): keyof Words["standing"]["done"] => (isPaidLater(kind) ? "set-up" : "sent");
