import type { Outcome } from "~/domain/consent/decision";
import type { ModeInShort } from "~/domain/consent/mode";
import type { Words } from "~/i18n/words";

/**
 * What became of what the customer agreed to before: it stays as it was, whatever became of this request, unless this one
 * took its place or took it up again (P-10, P-11).
 *
 * @param outcome undefined where nothing was answered.
 */
export function presentBefore(
  mode: ModeInShort | undefined,
  outcome: Outcome | undefined,
  { whatWasBefore: own }: Words,
): string | undefined {
  if (!mode) return undefined;
  if (outcome === "allowed") return mode.is === "instead-of" ? own.hasEnded : undefined;
  return mode.is === "again" && mode.wasStopped ? own.staysStopped : own.stays;
}
