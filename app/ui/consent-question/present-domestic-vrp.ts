import type { DomesticVrp } from "~/domain/consent-kinds/domestic-vrp";
import { isolated } from "~/domain/shared/isolated-text";
import { plainText } from "~/domain/shared/plain-text";
import { formatsFor } from "~/i18n/formats";
import type { DomesticVrpView } from "../consent-kinds/domestic-vrp-view";
import type { Fact } from "../facts-view";
import { nicknameOf } from "../present-account";
import { unbroken } from "../present-frame";
import { presentEnd } from "../present-lasting";
import type { Stop } from "../stop";
import type { KindOfQuestion } from "./kind-of-question";
import { presentAccountChoice } from "./present-account-choice";
import { earlierOf, markFacts } from "./present-changes";
import type { PresentContext } from "./present-context";
import { cannotBeDone, stopWithoutAccount } from "./present-payment";
import { presentPayee, presentReference } from "./present-payment-facts";
import { presentVrpLimits } from "./present-vrp-limits";

/** Payments that an app may take later: every limit in words, and what they come to now (P-20). */
export function presentDomesticVrp(vrp: DomesticVrp, context: PresentContext): KindOfQuestion | Stop {
  const { app, words, offered, request, bank, now } = context;
  const { domesticVrp: own, domesticPayment: payment, accountAccess, lasting } = words;
  const requester = request.requester.name ?? "";
  const locked = vrp.debtor !== undefined;
  const accounts = presentAccountChoice(context, {
    choice: locked ? "locked" : "one",
    title: locked ? payment.locked : payment.choose,
    hint: locked ? payment.lockedHint(app) : own.chooseHint,
    unavailableTitle: own.unavailable,
    joint: payment.joint,
    withBalance: true,
  });
  const from = offered.find(({ unavailable }) => unavailable === undefined);
  if (!from) return stopWithoutAccount(vrp, requester, offered);

  const most = formatsFor(words.locale).money(vrp.mostEachTime);
  const end = presentEnd(vrp.validTo, now, words);
  const earlier = earlierOf("domestic-vrp", request.mode);
  const subject: DomesticVrpView = {
    kind: "domestic-vrp",
    question: own.question(app),
    limits: { title: own.limits, items: presentVrpLimits(vrp, context) },
    title: own.details,
    facts: markFacts(presentFacts(vrp, context), earlier && presentFacts(earlier, context), words),
    cannot: cannotBeDone(lasting.cannot(app), [...(vrp.payee ? [own.cannotPayOthers] : []), ...own.cannotDo]),
  };
  return {
    title: subject.question,
    alone: aloneIn(subject, formatsFor(words.locale).capitalised(end.inSentence)),
    between: own.between,
    appRole: own.appRole,
    ...(accounts.error ? { error: accounts.error } : {}),
    view: {
      subject,
      accounts: accounts.view,
      summary: [
        locked
          ? own.summaryLocked(app, most, end.inSentence, nicknameOf(from.account, words))
          : own.summary(app, most, end.inSentence),
        ...(vrp.payee ? [] : [`${own.namedLater(app)}.`]),
      ].join(" "),
      afterwards: {
        title: accountAccess.afterwards,
        text: accountAccess.afterwardsText(app, isolated(bank.name), isolated(unbroken(bank.phone))),
      },
      allow: own.allow,
      refuse: own.refuse,
    },
  };
}

/** How much, to whom and until when, which the question does not say by itself. */
const aloneIn = ({ facts, limits }: DomesticVrpView, end: string): readonly string[] => [
  ...facts.flatMap(({ id, value }) => (id === "payee" ? [`${value}.`] : [])),
  ...limits.items.flatMap(({ text, now }) => [`${text}.`, ...(now === undefined ? [] : [now])]),
  `${end}.`,
];

function presentFacts(vrp: DomesticVrp, { app, words, payeeCheck, now }: PresentContext): readonly Fact[] {
  const end = presentEnd(vrp.validTo, now, words);
  const { domesticVrp: own, domesticPayment: payment, lasting } = words;
  const starts = vrp.validFrom ? lasting.on(formatsFor(words.locale).date(vrp.validFrom)) : lasting.startsNow;
  return [
    ...(vrp.payee
      ? presentPayee(vrp.payee, isolated(plainText(vrp.payee.name) ?? ""), payeeCheck, words)
      : [{ id: "payee" as const, label: payment.payee, value: own.namedLater(app) }]),
    presentReference(vrp.reference, words),
    { id: "purpose", label: own.purpose.label, value: own.claimed(app, own.purpose[vrp.purpose]) },
    { id: "starts", label: lasting.starts, value: starts },
    { id: "ends", label: end.label, value: end.value },
    { id: "asks", label: own.asks.label, value: vrp.asksEachTime ? own.asks.each : own.asks.never },
    { id: "away", label: own.away.label, value: vrp.whileAway ? own.away.pays : own.away.waits },
  ];
}
