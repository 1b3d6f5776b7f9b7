import type { ChangeMove, ChangeState } from "./change";
import { type StatusFacts, shownStatus } from "./shown-status";

/** Whether a consent was ended by what its customer last asked for, and not by somebody who was first. */
export function endedByOwnStop(
  consent: StatusFacts,
  newest: { readonly move: ChangeMove; readonly state: ChangeState } | undefined,
): boolean {
  const status = shownStatus(consent);
  const isTheirs = status.is === "ended" && (status.why === "you-stopped" || status.why === "stopped");
  return isTheirs && newest?.move === "stop" && newest.state === "settled" && consent.status === "revoked";
}
