import { TOLD_REASONS } from "~/domain/consent/decision";
import type { Words } from "~/i18n/words";
import type { RefusalReasonsView } from "~/ui/consent-page-view";

export function presentReasons(app: string, words: Words): RefusalReasonsView {
  const { title, hint, reasons } = words.refusal;
  return { title, hint: hint(app), reasons: TOLD_REASONS.map((id) => ({ id, label: reasons[id] })) };
}
