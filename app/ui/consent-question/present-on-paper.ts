import { leftToRight } from "~/domain/shared/isolated-text";
import { formatsFor } from "~/i18n/formats";
import type { Words } from "~/i18n/words";
import { shortReference } from "../short-reference";
import type { ConsentPageInput } from "./present-context";

/**
 * When the page was shown and what to quote, for whoever prints it. Beside the page and never in it: a reload shows the
 * same page, and another minute would make it another.
 */
export function presentOnPaper(
  { now, correlationId = "" }: Pick<ConsentPageInput, "now" | "correlationId">,
  words: Words,
): string | undefined {
  const reference = shortReference(correlationId);
  return reference && words.frame.onPaper(formatsFor(words.locale).stamp(now), leftToRight(reference));
}
