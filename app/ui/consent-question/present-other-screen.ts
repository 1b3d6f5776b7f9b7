import type { ConsentRequest } from "~/domain/consent/consent-request";
import { isolated } from "~/domain/shared/isolated-text";
import { plainText } from "~/domain/shared/plain-text";
import type { Words } from "~/i18n/words";
import type { QuestionView } from "../consent-page-view";

/** Repeats what the TPP's screen shows, so that nobody answers the request of somebody else (CIBA Core, section 7.1). */
export function presentOtherScreen({ otherScreen }: ConsentRequest, words: Words): Pick<QuestionView, "otherScreen"> {
  const shows = plainText(otherScreen?.shows);
  const { title, text } = words.secondDevice.decoupled.check;
  return shows === undefined ? {} : { otherScreen: { title, text: text(isolated(shows)) } };
}
