import type { ShownStatus } from "~/domain/consent/shown-status";
import type { Words } from "~/i18n/words";

/** How a consent stands, in a word and a shape, and where it ended the true reason (C-10, D-03). */
export interface StatusView {
  readonly is: ShownStatus["is"];
  readonly label: string;
  readonly why?: string;
}

export function presentStatus(status: ShownStatus, { standing: own }: Words): StatusView {
  switch (status.is) {
    case "ended":
      return { is: status.is, label: own.ended, why: own.why[status.why] };
    case "paused":
      return { is: status.is, label: own.paused[status.by] };
    default:
      return { is: status.is, label: own[status.is] };
  }
}
