import { type Again, goneFrom, keepsAccounts } from "~/domain/consent/mode";
import { endOf, lastingFamilyOf } from "~/domain/consent-kinds/index";
import { isStrong } from "~/domain/factor/authentication";
import { bankDayOf, noonOf } from "~/domain/shared/bank-day";
import { formatsFor } from "~/i18n/formats";
import type { QuestionView } from "../consent-page-view";
import type { Fact } from "../facts-view";
import { nicknameOf } from "../present-account";
import { presentEnd } from "../present-lasting";
import type { KindOfQuestion } from "./kind-of-question";
import type { PresentContext } from "./present-context";

/** The question as it is put to whoever agreed to the same before, or to what this is to take the place of. */
export function inMode(question: KindOfQuestion, context: PresentContext): KindOfQuestion {
  const { mode } = context.request;
  if (mode?.is === "again") return asAgain(question, mode, context);
  if (mode?.is !== "instead-of") return question;
  const { inItsPlace: own, askedAgain, locale } = context.words;
  const text = [
    own.text(context.app, formatsFor(locale).date(mode.since)),
    ...(question.view.subject.kind === "domestic-vrp" ? [...presentTaken(context), own.countsAnew(context.app)] : []),
  ].join(" ");
  return {
    ...question,
    view: { ...question.view, inItsPlace: { title: own.title, text }, ifNot: askedAgain.ifNot },
  };
}

/** What was taken under the earlier limits, of the longest time that the bank tells of; nothing after one factor (P-21). */
function presentTaken({ app, usedBefore = [], request, words }: PresentContext): readonly string[] {
  const [longest] = [...usedBefore].sort((one, other) => one.from.getTime() - other.from.getTime());
  if (!longest || !isStrong(request.authentication)) return [];
  const { money, date } = formatsFor(words.locale);
  return [words.inItsPlace.taken(app, money(longest.used), date(noonOf(bankDayOf(longest.from))))];
}

/** Short, since nothing in it is new (P-10). What other requests would add to is no matter here. */
function asAgain(question: KindOfQuestion, mode: Again, context: PresentContext): KindOfQuestion {
  const { app, words, now, request, offered } = context;
  const own = words.askedAgain;
  const family = lastingFamilyOf(request.subject.kind);
  if (!family) return question;
  const title = (mode.wasStopped ? own.afterStop : own.question)[family](app);
  const isWhole = keepsAccounts(mode, offered);
  const given = (mode.wasStopped ? own.stopped : own.given)(formatsFor(words.locale).date(mode.since));
  const { already: _already, ...view } = question.view;
  return {
    ...question,
    title,
    view: {
      ...view,
      again: {
        question: title,
        note: {
          title: isWhole ? own.nothingChanges : own.notAll,
          text: [given, ...(isWhole ? [own.same] : presentGone(mode, context))].join(" "),
        },
        inShort: presentInShort(
          view.subject,
          request.subject.kind === "domestic-vrp" && request.subject.payee !== undefined,
        ),
        details: own.details,
      },
      summary: own.summary[family](app, presentEnd(endOf(request.subject), now, words).inSentence),
      allow: own.allow,
      ifNot: mode.wasStopped ? own.ifNotStopped : own.ifNot,
    },
  };
}

/** What it is, without what it exactly is: the rest is folded below. */
function presentInShort(
  subject: QuestionView["subject"],
  isPayeeNamed: boolean,
): { readonly title: string; readonly items: readonly string[] } {
  switch (subject.kind) {
    case "account-access":
      return { title: subject.willSee, items: subject.clusters.map(({ title }) => title) };
    case "domestic-vrp":
      return {
        title: subject.limits.title,
        items: [...subject.limits.items.map(({ text }) => text), ...payeeIn(subject.facts, isPayeeNamed)],
      };
    default:
      return {
        title: subject.title,
        items: subject.facts.filter(({ id }) => id === "answer").map(({ value }) => value),
      };
  }
}

/** Who is paid, as much as how much; where the app names them later, that is a sentence by itself. */
const payeeIn = (facts: readonly Fact[], isNamed: boolean): readonly string[] =>
  facts.filter(({ id }) => id === "payee").map(({ label, value }) => (isNamed ? `${label} ${value}` : value));

/** Which accounts it can not go on with: by name those that are still theirs. */
function presentGone(mode: Again, { offered, words }: PresentContext): readonly string[] {
  const { count, known } = goneFrom(mode, offered);
  const names = known.map((account) => nicknameOf(account, words));
  const others = count - known.length;
  return [
    ...(names.length > 0 ? [words.askedAgain.gone(formatsFor(words.locale).enumeration(names))] : []),
    ...(others > 0 ? [words.askedAgain.goneOthers(others)] : []),
  ];
}
