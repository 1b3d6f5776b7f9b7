import { isolated } from "~/domain/shared/isolated-text";
import { plainText } from "~/domain/shared/plain-text";
import type { AppFacts } from "~/domain/tpp/app-facts";
import { outsideAddress } from "~/domain/tpp/outside-address";
import { registerAddress } from "~/domain/tpp/register-address";
import { formatsFor } from "~/i18n/formats";
import type { Words } from "~/i18n/words";
import { presentRegistration } from "~/ui/consent-question/present-registration";
import type { AboutView, LabelledFact } from "~/ui/own-consent/own-consent-view";
import { type Bank, unbroken } from "~/ui/present-frame";

/**
 * Who the app is (D-20), and where to ask how it uses data (D-21, R-11). Its addresses are its own: one is a link only
 * where it is plain, and says where it leads.
 */
export function presentAbout(facts: AppFacts | undefined, app: string, bank: Bank, words: Words): AboutView {
  const own = words.connectionDetail;
  const { moment, date } = formatsFor(words.locale);
  const link = (label: string, address: string | undefined) => {
    const outside = outsideAddress(address);
    return outside ? [{ label, href: outside.href, opens: own.opens(isolated(outside.host)) }] : [];
  };
  return {
    title: own.about(app),
    items: facts ? presentFacts(facts, words) : [],
    ...(facts && { asOf: facts.isFresh ? own.checked(moment(facts.at)) : own.asOf(date(facts.at)) }),
    text: [own.usesData(app), own.complain(app, isolated(bank.name), isolated(unbroken(bank.phone)))],
    links: [
      ...link(own.register, registerAddress(facts?.organisationId)),
      ...link(own.policy, facts?.policy),
      ...link(own.terms, facts?.terms),
    ],
  };
}

/** So many ways to reach an app are enough to reach it. */
const CONTACTS = 3;

function presentFacts(facts: AppFacts, words: Words): readonly LabelledFact[] {
  const own = words.connectionDetail;
  const { list, capitalised } = formatsFor(words.locale);
  const { registration, legal } = presentRegistration(facts, words);
  const website = plainText(facts.website);
  const roles = (facts.roles ?? []).map((role) => own.roles[role]);
  const contacts = (facts.contacts ?? []).flatMap((contact) => plainText(contact) ?? []).slice(0, CONTACTS);
  return [
    ...(legal ? [{ label: legal.title, value: legal.text }] : []),
    ...(registration ? [{ label: words.receipt.registration, value: registration }] : []),
    ...(roles.length > 0 ? [{ label: own.mayDo, value: capitalised(list(roles)) }] : []),
    // As text: nobody is led to where an app would have them.
    ...(website !== undefined ? [{ label: words.receipt.website, value: isolated(website) }] : []),
    ...(contacts.length > 0 ? [{ label: own.contact, value: list(contacts.map(isolated)) }] : []),
  ];
}
