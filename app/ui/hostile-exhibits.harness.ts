import { aConsentRequest, aDomesticPayment, anOffer } from "~/domain/consent/builders";
import { HOSTILE_CORPUS } from "~/domain/shared/hostile-corpus.harness";
import { asAccountId, asClientId } from "~/domain/shared/ids";
import type { Resemblance } from "~/domain/tpp/resemblance";
import type { Exhibit } from "./exhibit";
import { consent } from "./exhibits.harness";
import { payable, payment, paymentRequest, shareable, usual } from "./gallery-cast.harness";

const FLOOD = "Budget Beacon ".repeat(715);

const askedBy = (name: string, purpose = "To show you where your money goes.") =>
  aConsentRequest({ subject: usual, requester: { clientId: asClientId("c"), name, purpose } });

const resembling = (scene: string, name: string, resembles: Resemblance) =>
  consent(`access-looks-like-${scene}`, { request: askedBy(name), offered: shareable, resembles });

/** What would run, load or lead away if it came through as markup, on so many pages. */
const MARKUP = HOSTILE_CORPUS.filter((text) => text.includes("<") && !/!| style=/.test(text) && text.length < 200);
const MARKUP_PAGES = 6;

/** Every sixth of them: as names of accounts, the first of them as all that a TPP writes too. */
function markupPage(_: unknown, at: number): Exhibit {
  const texts = MARKUP.filter((_, index) => index % MARKUP_PAGES === at);
  return consent(`access-hostile-${at + 1}`, {
    request: askedBy(texts[0] ?? "", texts[0]),
    offered: texts.map((nickname, index) => anOffer({ id: asAccountId(`acc-${index}`), nickname })),
  });
}

/** Names that could be taken for others, and names of ten thousand characters (S12). */
export const HOSTILE_EXHIBITS: readonly Exhibit[] = [
  ...Array.from({ length: MARKUP_PAGES }, markupPage),
  resembling("the-bank", "Nоrthlight Bаnk Help", { to: "bank" }),
  resembling("an-app", "Вudget Beac0n", { to: "app", name: "Budget Beacon", clientId: asClientId("tpp-beacon") }),
  resembling("two-alphabets", "Pаymate", { to: "letters-of-two-alphabets" }),
  consent("access-on-behalf", {
    request: aConsentRequest({
      subject: usual,
      requester: {
        ...aConsentRequest().requester,
        agent: "Harbour Money Guides",
        legalName: "Beacon Financial Tools Ltd",
        standing: "active",
      },
    }),
    offered: shareable,
  }),
  consent("access-suspended", {
    request: aConsentRequest({ requester: { ...aConsentRequest().requester, standing: "suspended" } }),
  }),
  consent("access-barred", {
    request: aConsentRequest({ requester: { ...aConsentRequest().requester, standing: "barred" } }),
  }),
  consent("access-long-flood", { request: askedBy(FLOOD, FLOOD), offered: shareable }),
  consent("payment-long-flood", {
    request: {
      ...paymentRequest,
      requester: { clientId: asClientId("c"), name: "W".repeat(10_000) },
      subject: aDomesticPayment({ payee: { ...payment.payee, name: "W".repeat(10_000) }, reference: FLOOD }),
    },
    offered: payable,
  }),
  consent("payment-number-like-another", {
    request: {
      ...paymentRequest,
      subject: aDomesticPayment({ payee: { ...payment.payee, identification: "2O4O5O12345678" } }),
    },
    offered: payable,
  }),
];
