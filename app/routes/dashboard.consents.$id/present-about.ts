import { isolated } from "~/domain/shared/isolated-text";
import { plainText } from "~/domain/shared/plain-text";
import type { AppFacts } from "~/domain/tpp/app-facts";
import { outsideAddress } from "~/domain/tpp/outside-address";
import { formatsFor } from "~/i18n/formats";
import type { Words } from "~/i18n/words";
import { presentRegistration } from "~/ui/consent-question/present-registration";
import type { AboutView, LabelledFact } from "~/ui/own-consent/own-consent-view";

/**
 * Who the app is (D-20), and where to ask how it uses data (D-21, R-11). Its addresses are its own: one is a link only
 * where it is plain, and says where it leads.
 */
export function presentAbout(facts: AppFacts | undefined, app: string, words: Words): AboutView {
  const own = words.connectionDetail;
  const { moment, date } = formatsFor(words.locale);
  const policy = outsideAddress(facts?.policy);
  return {
    title: own.about(app),
    items: facts ? presentFacts(facts, words) : [],
    ...(facts && { asOf: facts.isFresh ? own.checked(moment(facts.at)) : own.asOf(date(facts.at)) }),
    uses: own.usesData(app),
    ...(policy && { policy: { label: own.policy, href: policy.href, opens: own.opens(isolated(policy.host)) } }),
  };
}

function presentFacts(facts: AppFacts, words: Words): readonly LabelledFact[] {
  const { registration, legal } = presentRegistration({ clientId: "" as never, ...facts }, words);
  const website = plainText(facts.website);
  return [
    ...(legal ? [{ label: legal.title, value: legal.text }] : []),
    ...(registration ? [{ label: words.receipt.registration, value: registration }] : []),
    // As text: nobody is led to where an app would have them.
    ...(website !== undefined ? [{ label: words.receipt.website, value: isolated(website) }] : []),
  ];
}
