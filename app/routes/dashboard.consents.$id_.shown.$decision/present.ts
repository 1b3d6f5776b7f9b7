import { putsQuestion } from "~/domain/evidence/shown-page";
import { isolated } from "~/domain/shared/isolated-text";
import { formatsFor } from "~/i18n/formats";
import type { Words } from "~/i18n/words";
import { paths } from "~/paths";
import type { QuestionView } from "~/ui/consent-page-view";
import type { ShownPageView } from "~/ui/own-consent/shown-page-view";
import { presentDashboard } from "~/ui/present-dashboard";
import type { Bank } from "~/ui/present-frame";
import type { OwnPage } from "~/use-cases/view-own-history";

/** Undefined for a page that put no question: there is nothing on it that anybody answered. */
export function presentShownPage(
  { consent, answer, page, isIntact }: OwnPage,
  bank: Bank,
  words: Words,
): ShownPageView | undefined {
  if (!putsQuestion(page)) return undefined;
  const { shown: own, history } = words.connectionDetail;
  const { moment } = formatsFor(words.locale);
  const said = page.shown.said as QuestionView;
  return {
    ...presentDashboard(own.title, bank, words, ""),
    back: { label: history.back, href: paths.connectionHistory(consent.id) },
    intro: own.intro(moment(answer.at)),
    answer: answer.outcome === "allowed" ? own.saidYes : own.saidNo,
    said,
    locale: page.locale,
    chosen: answer.accountIds,
    buttons: own.buttons(said.allow, said.refuse),
    proof: {
      text: isIntact ? own.same : own.changed,
      facts: [
        { label: words.receipt.words, value: isolated(page.catalogueVersion) },
        { label: words.receipt.shown, value: isolated(page.shownHash) },
        { label: words.receipt.asked, value: isolated(page.payloadHash) },
      ],
    },
  };
}
