import type { Words } from "~/i18n/words";
import type { MomentView } from "~/ui/consent-page-view";
import { presentFrame } from "~/ui/present-frame";
import type { ConsentPageInput } from "./present";
import { presentTime } from "./present-time";

/** Whether the customer is to stop for a moment before they see the question (P-16). Nobody is asked it twice. */
export const standsBefore = ({ risk, draft }: Pick<ConsentPageInput, "risk" | "draft">): boolean =>
  risk === "high" && draft?.tookMoment === undefined;

/** The same words whoever asks: nothing in it speaks of this app, for or against (P-16, N-07). */
export function presentMoment(input: ConsentPageInput, refuse: string, words: Words): MomentView {
  const { title, intro, checks, goOn } = words.moment;
  const time = presentTime(input, words);
  return {
    state: "moment",
    documentTitle: words.frame.titleOf(title, input.bank.name),
    frame: presentFrame(input.bank, words, { reportable: true }),
    title,
    intro,
    checks,
    goOn,
    refuse,
    ...(time && { time }),
  };
}
