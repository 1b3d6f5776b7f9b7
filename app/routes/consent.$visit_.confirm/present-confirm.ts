import type { Allowance } from "~/domain/consent/decision";
import { FAMILY } from "~/domain/consent-kinds/index";
import { isolated, withoutIsolates } from "~/domain/shared/isolated-text";
import { plainText } from "~/domain/shared/plain-text";
import { formatsFor } from "~/i18n/formats";
import type { Words } from "~/i18n/words";
import type { FactorRequest } from "~/ports/factor-desk";
import type { CustomerFactors } from "~/ports/factors";
import type { ConfirmPageView } from "~/ui/confirm-page-view";
import type { QuestionView } from "~/ui/consent-page-view";
import type { KindOfQuestion } from "~/ui/consent-question/kind-of-question";
import { presentKind } from "~/ui/consent-question/present";
import { nameInSentences } from "~/ui/consent-question/present-registration";
import type { Fact } from "~/ui/facts-view";
import { onceSigned } from "~/ui/once-signed";
import { presentAccount } from "~/ui/present-account";
import { type Bank, presentFrame, unbroken } from "~/ui/present-frame";
import type { CodeToSend, Confirmable } from "~/use-cases/send-factor-code";

export type ConfirmProblem =
  | { readonly is: "no-code" | "code-over" | "not-sent" | "no-more" }
  | { readonly is: "wrong"; readonly by: "code" | "passkey"; readonly left: number };

export interface ConfirmInput {
  readonly question: Confirmable;
  readonly decision: Allowance;
  readonly asked: Pick<FactorRequest, "now" | "expiresAt" | "code" | "codesLeft">;
  readonly factors: CustomerFactors;
  readonly bank: Bank;
  readonly problem?: ConfirmProblem;
  /** Of somebody who signs after the first (P-28). */
  readonly signs?: boolean;
}

/** What is bound, in the words of the page that was answered. */
interface Asked {
  readonly app: string;
  readonly kind: KindOfQuestion;
}

/** Undefined for what the question's own page would not ask. */
export function askedIn(
  { question, bank, now }: Pick<ConfirmInput, "question" | "bank"> & { now: Date },
  words: Words,
): Asked | undefined {
  const name = plainText(question.request.requester.name);
  if (name === undefined) return undefined;
  const app = isolated(nameInSentences(name));
  const kind = presentKind({ ...question, bank, now, app, words });
  return "is" in kind ? undefined : { app, kind };
}

/** What a yes is confirmed on. Undefined where there is no question to confirm an answer to. */
export function presentConfirm(input: ConfirmInput, words: Words): ConfirmPageView | undefined {
  const { question, decision, asked, factors, bank } = input;
  const said = askedIn({ ...input, now: asked.now }, words);
  if (!said) return undefined;
  const own = words.factor;
  const { view } = said.kind;
  const chosen = new Set<string>(decision.accountIds);
  const accounts = question.offered.filter(({ account }) => chosen.has(account.id));
  const title = own.title[FAMILY[question.request.subject.kind]];
  const problem = problemOf(input.problem, words);
  const documentTitle = words.frame.titleOf(title, bank.name);
  const canConfirm = factors.passkeys.length > 0 || factors.phoneEnding !== undefined;
  return {
    documentTitle: problem ? words.frame.errorTitle(documentTitle) : documentTitle,
    frame: presentFrame(bank, words),
    title,
    about: [
      { title: words.moment.asked, text: said.kind.title },
      { title: words.moment.asker, text: said.app },
    ],
    facts: input.signs ? onceSigned(moneyFactsOf(view.subject), words) : moneyFactsOf(view.subject),
    chosen: {
      title: accounts.length > 1 ? own.accounts : own.account,
      accounts: accounts.map(({ account }) => {
        const { id, nickname, number, spokenNumber } = presentAccount(account, undefined, words, {
          withCurrency: false,
        });
        return { id, name: nickname, number, spokenNumber };
      }),
    },
    intro: own.intro,
    ...(factors.passkeys.length > 0 && { passkey: own.passkey }),
    ...codeOf(input, input.signs ? words.signers.page.sign(view.allow) : view.allow, words),
    ...(!canConfirm && { noWay: own.noWay(isolated(bank.name), isolated(unbroken(bank.phone))) }),
    refuse: input.signs ? words.signers.page.refuse : view.refuse,
    back: own.back,
    until: own.until(formatsFor(words.locale).time(asked.expiresAt)),
    ...(problem && { problem }),
  };
}

/** What the customer must be aware of when they confirm: all that leaves, and when (RTS 2018/389, article 5(1)(a)). */
const BOUND: ReadonlySet<Fact["id"]> = new Set([
  ...(["payee", "payee-account", "amount", "first", "regular", "last", "gets", "rate", "rate-holds"] as const),
  ...(["fees", "charge", "total", "count", "when", "rhythm", "next", "starts", "ends"] as const),
]);

function moneyFactsOf(subject: QuestionView["subject"]): readonly Fact[] {
  if (subject.kind === "account-access" || subject.kind === "funds-confirmation") return [];
  const facts = subject.facts.filter(({ id }) => BOUND.has(id));
  if (subject.kind !== "domestic-vrp") return facts;
  const [first, ...rest] = subject.limits.items.map(({ text, now }) => (now === undefined ? text : `${text}. ${now}`));
  const limits = { id: "amount", label: subject.limits.title, value: first ?? "", values: rest } as const;
  return [...facts, limits];
}

function codeOf({ factors, asked }: ConfirmInput, confirm: string, words: Words): Pick<ConfirmPageView, "code"> {
  const { phoneEnding } = factors;
  if (phoneEnding === undefined) return {};
  const own = words.factor.code;
  const ending = isolated(phoneEnding);
  const left = asked.codesLeft > 0;
  // With a code that has run out the page is as before the first, so that what stands first is what works.
  const sent = asked.code && asked.code.expiresAt > asked.now ? asked.code : undefined;
  return {
    code: {
      ...(left && { send: sent ? own.again : own.send(ending) }),
      ...(!left && { noMore: own.noMore }),
      ...(sent && {
        sent: {
          text: [
            own.sent(ending),
            own.reference(isolated(sent.reference)),
            own.worksUntil(formatsFor(words.locale).time(sent.expiresAt)),
          ].join(" "),
          label: own.label,
          confirm,
        },
      }),
    },
  };
}

function problemOf(problem: ConfirmProblem | undefined, words: Words): ConfirmPageView["problem"] {
  if (!problem) return undefined;
  const { title } = words.problems;
  const own = words.factor.problems;
  switch (problem.is) {
    case "no-code":
      return { title, message: own.noCode, href: "#code" };
    case "code-over":
      return { title, message: own.codeOver, href: "#request" };
    case "not-sent":
      return { title, message: own.notSent, href: "#request" };
    case "no-more":
      return { title, message: words.factor.code.noMore, href: "#request" };
    case "wrong":
      return problem.by === "code"
        ? { title, message: own.wrongCode(problem.left), href: "#code" }
        : { title, message: own.wrongPasskey, href: "#request" };
  }
}

/** The message to a phone, where no direction of letters is marked: what is asked, the code, and how long it works. */
export function codeMessage(
  { question, code, reference, until }: CodeToSend,
  bank: Bank,
  now: Date,
  words: Words,
): string {
  const said = askedIn({ question, bank, now }, words);
  const time = formatsFor(words.locale).time(until);
  const asks = said ? [said.kind.title, ...(said.kind.alone ?? [])].join(" ") : "";
  return withoutIsolates(words.factor.message(bank.name, asks, code, time, reference));
}
