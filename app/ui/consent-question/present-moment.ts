import type { Words } from "~/i18n/words";
import type { MomentView } from "../consent-page-view";
import { presentFrame } from "../present-frame";
import type { ConsentPageInput } from "./present-context";
import { presentSignedIn } from "./present-signed-in";
import { presentTime } from "./present-time";

/** Whether the customer is to stop for a moment before they see the question (P-16). Nobody is asked it twice. */
export const standsBefore = ({ risk, draft }: Pick<ConsentPageInput, "risk" | "draft">): boolean =>
  risk === "high" && draft?.tookMoment === undefined;

/** What it is about, as the page after it asks it. */
interface Asked {
  /** Plain and isolated. */
  readonly app: string;
  readonly question: string;
  readonly refuse: string;
}

/** What is asked and by whom, and the same words beside it whoever asks: nothing is for or against this app (P-16, N-07). */
export function presentMoment(input: ConsentPageInput, { app, question, refuse }: Asked, words: Words): MomentView {
  const { title, intro, checks, goOn, asked, asker } = words.moment;
  const time = presentTime(input, words);
  return {
    state: "moment",
    documentTitle: words.frame.titleOf(title, input.bank.name),
    frame: presentFrame(input.bank, words, { reportable: true }),
    title,
    about: [
      { title: asked, text: question },
      { title: asker, text: app },
    ],
    ...presentSignedIn(input, words),
    intro,
    checks,
    goOn,
    refuse,
    ...(time && { time }),
  };
}
