import type { Outcome } from "~/domain/consent/decision";
import type { ModeInShort } from "~/domain/consent/mode";
import type { LetterFact } from "~/domain/receipts/receipt-letter";
import type { ReceiptRecord } from "~/domain/receipts/receipt-record";
import { asConsentId } from "~/domain/shared/ids";
import { formatsFor } from "~/i18n/formats";
import type { Words } from "~/i18n/words";

/**
 * What became of what the customer agreed to before: it stays as it was, whatever became of this request, unless this one
 * took its place or took it up again (P-10, P-11).
 *
 * @param outcome undefined where nothing was answered, or others have yet to sign.
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

/** The same on a receipt: the sentence that goes with its answer, and of which day that earlier yes is. */
export function presentEarlier(
  { decision: { earlier, ended_because, signatures_required }, events: [{ event_state }] }: ReceiptRecord,
  words: Words,
): { readonly said: string; readonly facts: readonly LetterFact[] } {
  if (!earlier) return { said: "", facts: [] };
  const own = words.whatWasBefore;
  // Until all have signed it took the place of nothing (P-28).
  const given = event_state === "given" && signatures_required === undefined;
  const mode: ModeInShort =
    earlier.is === "again"
      ? { is: earlier.is, ...(earlier.was_stopped && { wasStopped: true }) }
      : { is: earlier.is, consentId: asConsentId(earlier.consent_id ?? "") };
  const before = presentBefore(mode, given ? "allowed" : (ended_because ?? "refused"), words);
  const label = earlier.is === "again" ? own.again : given ? own.insteadOf : own.notInsteadOf;
  const value = formatsFor(words.locale).date(new Date(earlier.given_at));
  return { said: before ? ` ${before}` : "", facts: [{ label, value }] };
}
