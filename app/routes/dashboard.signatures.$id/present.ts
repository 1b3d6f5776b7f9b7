import type { CustomerId } from "~/domain/shared/ids";
import { isolated } from "~/domain/shared/isolated-text";
import { plainText } from "~/domain/shared/plain-text";
import type { Signer } from "~/domain/signers/mandate";
import { formatsFor } from "~/i18n/formats";
import type { Words } from "~/i18n/words";
import type { QuestionView } from "~/ui/consent-page-view";
import { presentConsent } from "~/ui/consent-question/present";
import { presentAccount } from "~/ui/present-account";
import { presentDashboard } from "~/ui/present-dashboard";
import type { Bank } from "~/ui/present-frame";
import type { SigningPageView } from "~/ui/signing-view";
import type { SigningView } from "~/use-cases/sign-request";

type Message = keyof Words["signers"]["message"];

/** @param now by the server's clock, by which a request is over that could be answered yesterday. */
export function presentSigning(
  view: SigningView,
  customer: CustomerId,
  { bank, now }: { readonly bank: Bank; readonly now: Date },
  words: Words,
): SigningPageView {
  const message = messageOf(view);
  const question = message ? undefined : presentQuestion(view, customer, bank, now, words);
  if (!question) return presentMessage(message ?? "ended", bank, words);
  const own = words.signers;
  const hasSigned = view.can === "wait";
  return {
    ...presentDashboard(hasSigned ? own.message.waiting.title : question.title, bank, words, HERE),
    ...(hasSigned && { message: own.message.waiting }),
    request: question.request,
    ...(view.can === "sign" && {
      answer: {
        due: own.page.due(formatsFor(words.locale).moment(view.signing.dueAt)),
        after: own.page.after,
        sign: own.page.sign,
        refuse: own.page.refuse,
      },
    }),
  };
}

/** A page of one of these messages and nothing else. */
export function presentMessage(is: Message, bank: Bank, words: Words): SigningPageView {
  const message = words.signers.message[is];
  return { ...presentDashboard(message.title, bank, words, HERE), message };
}

/** No entry of the menu. */
const HERE = "";

function messageOf({ lostMandate, signing }: SigningView): Message | undefined {
  if (lostMandate) return "lost-mandate";
  if (signing.state === "complete") return "complete";
  return signing.state === "rejected" ? (signing.because ?? "ended") : undefined;
}

/** The request as the first signer was shown it, in this customer's language, with the one account that was chosen. */
function presentQuestion(view: SigningView, customer: CustomerId, bank: Bank, now: Date, words: Words) {
  const { account, page, signers, signing, standing } = view;
  if (!account) return undefined;
  const { request } = page.shown.made;
  const asked = presentConsent({ request: { ...request, open: true }, offered: [{ account }], bank, now }, words);
  if (asked.state !== "question") return undefined;
  const own = words.signers.page;
  const { count, list } = formatsFor(words.locale);
  const signed = signers.filter((signer) => signer.hasSigned);
  const others = signed.filter((signer) => signer.customer !== customer);
  return {
    title: titleOf(asked.subject.question),
    request: {
      subject: asked.subject,
      parties: asked.parties,
      intro: others.length > 0 ? own.intro(list(others.map(nameOf)), asked.parties.app.name) : "",
      account: {
        title: own.account,
        row: presentAccount(account, customer, words, { withCurrency: false, joint: words.domesticPayment.joint }),
      },
      who: {
        title: own.who,
        progress: own.progress(count(signed.length), count(standing?.required ?? signing.required)),
        people: signers.map((signer) => {
          const name = signer.customer === customer ? own.you(nameOf(signer)) : nameOf(signer);
          return signer.hasSigned ? own.signed(name) : own.unsigned(name);
        }),
      },
    },
  };
}

/** A payment's question is set in three parts on its own page. */
const titleOf = (question: QuestionView["subject"]["question"]): string =>
  typeof question === "string" ? question : [question.verb, question.amount, question.to].join(" ");

const nameOf = ({ name }: Signer): string => isolated(plainText(name) ?? "");
