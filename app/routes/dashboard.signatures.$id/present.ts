import { type ConsentKind, traitsOf } from "~/domain/consent-kinds/index";
import type { MadeOf } from "~/domain/evidence/shown-page";
import { isolated } from "~/domain/shared/isolated-text";
import { plainText } from "~/domain/shared/plain-text";
import type { Signer } from "~/domain/signers/mandate";
import { formatsFor } from "~/i18n/formats";
import type { Words } from "~/i18n/words";
import type { QuestionView } from "~/ui/consent-page-view";
import { presentConsent } from "~/ui/consent-question/present";
import { onceSigned } from "~/ui/once-signed";
import { presentAccount } from "~/ui/present-account";
import { presentDashboard } from "~/ui/present-dashboard";
import type { Bank } from "~/ui/present-frame";
import type { SigningPageView } from "~/ui/signing-view";
import type { SigningView } from "~/use-cases/view-signing";

type Message = keyof Words["signers"]["message"];
type Made = MadeOf & Required<Pick<MadeOf, "signing">>;

/** What the page of a signer is made of; undefined where the account is not theirs any more. */
export function signingMade(
  view: Pick<SigningView, "question" | "shown">,
  context: Pick<MadeOf, "bank" | "now" | "resembles" | "problem">,
): Made | undefined {
  if (!view.question) return undefined;
  const { request, offered, payeeCheck } = view.question;
  return { ...context, request, offered, signing: view.shown, ...(payeeCheck && { payeeCheck }) };
}

/** @param made of it; where there is nothing, or nothing of it can be shown, a message stands alone. */
export function presentSigning(
  view: Pick<SigningView, "lostMandate" | "signing" | "page" | "stoppedBy">,
  made: Made | undefined,
  bank: Bank,
  words: Words,
): SigningPageView {
  if (view.stoppedBy) return presentStopped(view.stoppedBy, view.page.shown.made.request.requester, bank, words);
  const message = messageOf(view);
  const isOver = message !== undefined && message !== "complete";
  const page = isOver || !made ? undefined : presentRequest(made, words);
  if (!page) return presentMessage(message ?? "ended", bank, words, view.signing.kind);
  const said = message && words.signers.message[message];
  return { ...page, ...(said && { title: said.title, message: said }) };
}

/** The page of a request that is to be signed or was, from what was kept of it and nothing else. */
export function presentRequest(made: Made, words: Words): SigningPageView | undefined {
  const { signing, problem, bank } = made;
  const { problem: _, signing: __, ...question } = made;
  const asked = presentConsent(question, words);
  if (asked.state !== "question") return undefined;
  const own = words.signers;
  const message = signing.can === "wait" ? waiting(made, words) : problem && own.message.again;
  const title = signing.can === "wait" ? own.message.waiting.title : titleOf(asked.subject.question);
  return {
    ...presentDashboard(title, bank, words, HERE),
    ...(message && { message }),
    request: requestOf(made, asked, words),
    ...answerOf(made, asked.allow, words),
  };
}

/** Whoever said yes may say no until it is complete, the first of them too (T6). */
function answerOf(made: Made, allow: string, words: Words): Pick<SigningPageView, "answer"> {
  const { can, dueAt } = made.signing;
  const own = words.signers.page;
  if (can === "nothing") return {};
  if (can === "wait") return { answer: { after: own.takeBackAfter, refuse: own.takeBack } };
  return {
    answer: {
      after: afterAll(made, words),
      sign: own.sign(allow),
      refuse: own.refuse,
      due: own.due(formatsFor(words.locale).moment(dueAt)),
    },
  };
}

/** A page of one of these messages and nothing else. */
export function presentMessage(is: Message, bank: Bank, words: Words, kind?: ConsentKind): SigningPageView {
  const said = words.signers.message[is];
  const isOver = is === "signer-declined" || is === "timed-out" || is === "ended";
  const message =
    isOver && kind && traitsOf(kind).moves === "data" ? { ...said, text: words.sharedTogether.over[is] } : said;
  return { ...presentDashboard(message.title, bank, words, HERE), message };
}

/** What is kept of it: every word but the frame, which is the same around each of a customer's own pages. */
export const saidOn = ({ title, message, request, answer }: SigningPageView) => ({ title, message, request, answer });

/** What the consent page says of an app that may not ask, for here it does not ask either. */
function presentStopped(
  by: NonNullable<SigningView["stoppedBy"]>,
  requester: { readonly name?: string | undefined },
  bank: Bank,
  words: Words,
): SigningPageView {
  const name = plainText(requester.name);
  const app = name === undefined ? words.stop.theApp : isolated(name);
  const { capitalised } = formatsFor(words.locale);
  const own = by === "register" ? words.stop.notInRegister : words.tppHold.page;
  const title = capitalised(own.title(app));
  const message = { title, text: capitalised(own.happened(app, isolated(bank.name))) };
  return { ...presentDashboard(title, bank, words, HERE), message };
}

/** No entry of the menu. */
const HERE = "";

function messageOf({ lostMandate, signing }: Pick<SigningView, "lostMandate" | "signing">): Message | undefined {
  if (lostMandate) return "lost-mandate";
  if (signing.state === "complete") return "complete";
  return signing.state === "rejected" ? (signing.because ?? "ended") : undefined;
}

/** Whoever has signed is told who is waited for. */
function waiting({ signing }: Made, words: Words) {
  const { next, message } = words.signers;
  const names = signing.next.map(nameOf);
  const { title, text } = message.waiting;
  return { title, text: names.length > 0 ? `${text} ${next(formatsFor(words.locale).enumeration(names))}.` : text };
}

/** The request as the first signer was shown it, in this customer's language, with what was chosen of the accounts that they hold. */
function requestOf(
  made: Made,
  { subject, parties }: QuestionView,
  words: Words,
): NonNullable<SigningPageView["request"]> {
  const { signing, offered } = made;
  const own = words.signers.page;
  const { count, list } = formatsFor(words.locale);
  const { customer, signers } = signing;
  const signed = signers.filter((signer) => signer.hasSigned);
  const others = signed.filter((signer) => signer.customer !== customer);
  const accounts = offered.map(({ account }) =>
    presentAccount(account, customer, words, {
      withCurrency: false,
      joint: (ofData(made) ? words.accountAccess : words.domesticPayment).joint,
    }),
  );
  return {
    subject: forSigner(subject, words),
    parties,
    ...(signing.can === "sign" &&
      others.length > 0 && { intro: own.intro(list(others.map(nameOf)), parties.app.name) }),
    account: { title: ofData(made) ? words.sharedTogether.page.account : own.account, rows: accounts },
    who: {
      title: own.who,
      progress: own.progress(count(signed.length), count(signing.required)),
      people: signers.map((signer) => {
        const name = signer.customer === customer ? own.you(nameOf(signer)) : nameOf(signer);
        return signer.hasSigned ? own.signed(name) : own.unsigned(name);
      }),
    },
  };
}

/** What goes at once goes later, and what is shown of the first one's own data for an example is not the signer's. */
function forSigner(subject: QuestionView["subject"], words: Words): QuestionView["subject"] {
  if ("facts" in subject) return { ...subject, facts: onceSigned(subject.facts, words) } as QuestionView["subject"];
  if (subject.kind !== "account-access") return subject;
  return { ...subject, clusters: subject.clusters.map(({ example: _, ...cluster }) => cluster) };
}

/** What comes of it once enough of them have signed. */
function afterAll({ request }: Made, words: Words): string {
  if (request.subject.kind === "funds-confirmation") return words.sharedTogether.page.afterAnswers;
  return traitsOf(request.subject.kind).moves === "data" ? words.sharedTogether.page.after : words.signers.page.after;
}

/** Whether it is about what an app sees, and not about money. */
const ofData = ({ request }: Made) => traitsOf(request.subject.kind).moves === "data";

/** A payment's question is set in three parts on its own page. */
const titleOf = (question: QuestionView["subject"]["question"]): string =>
  typeof question === "string" ? question : [question.verb, question.amount, question.to].join(" ");

const nameOf = ({ name }: Signer): string => isolated(plainText(name) ?? "");
