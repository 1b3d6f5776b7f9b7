import { TOLD_REASONS } from "~/domain/consent/decision";
import type { Words } from "~/i18n/words";
import type { RefusalReasonsView } from "../consent-page-view";

interface Named {
  readonly app: string;
  /** What the button says that refuses. */
  readonly refuse: string;
}

/** Reasons to refuse for, under a title that says that each of them refuses (P-25). */
export function presentReasons({ app, refuse }: Named, words: Words): RefusalReasonsView {
  const { title, hint, reasons } = words.refusal;
  return { title: title(refuse), hint: hint(app), reasons: TOLD_REASONS.map((id) => ({ id, label: reasons[id] })) };
}
