import { isSameAccount } from "~/domain/consent/account-number";
import type { FundsConfirmation } from "~/domain/consent-kinds/funds-confirmation";
import { isolated } from "~/domain/shared/isolated-text";
import type { FundsConfirmationView } from "../consent-kinds/funds-confirmation-view";
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

/** A yes or no to an app's "is there this much": about the one account that it named, and never how much there is. */
export function presentFundsConfirmation(asked: FundsConfirmation, context: PresentContext): KindOfQuestion | Stop {
  const { app, words, offered, request, bank, now } = context;
  const { fundsConfirmation: own, domesticPayment: payment, accountAccess, lasting } = words;
  const accounts = presentAccountChoice(context, {
    choice: "locked",
    title: own.locked,
    hint: payment.lockedHint(app),
    unavailableTitle: "",
    joint: payment.joint,
    withBalance: false,
  });
  const named = offered.find(({ account, unavailable }) => !unavailable && isSameAccount(account.number, asked.debtor));
  if (!named) return stopWithoutAccount(asked, request.requester.name ?? "", offered);

  const end = presentEnd(asked.expiresAt, now, words);
  const [bankName, phone] = [isolated(bank.name), isolated(unbroken(bank.phone))];
  const earlier = earlierOf("funds-confirmation", request.mode);
  const subject: FundsConfirmationView = {
    kind: "funds-confirmation",
    question: own.question(app),
    title: own.details,
    facts: markFacts(presentFacts(asked, context), earlier && presentFacts(earlier, context), words),
    cannot: cannotBeDone(lasting.cannot(app), own.cannotDo),
  };
  return {
    title: subject.question,
    between: own.between,
    appRole: own.appRole,
    ...(accounts.error ? { error: accounts.error } : {}),
    view: {
      subject,
      accounts: accounts.view,
      summary: own.summary(app, nicknameOf(named.account, words), end.inSentence),
      afterwards: {
        title: accountAccess.afterwards,
        text: accountAccess.afterwardsText(app, bankName, phone),
      },
      allow: own.allow,
      refuse: own.refuse,
    },
  };
}

function presentFacts({ expiresAt }: FundsConfirmation, { app, bank, words, now }: PresentContext): readonly Fact[] {
  const { fundsConfirmation: own } = words;
  const end = presentEnd(expiresAt, now, words);
  return [
    { id: "answer", label: own.answer.label, value: own.answer.text },
    { id: "issuer", label: own.issuer, value: app },
    { id: "ends", label: end.label, value: end.value },
    {
      id: "past-answers",
      label: own.pastAnswers.label,
      value: own.pastAnswers.text(isolated(bank.name), isolated(unbroken(bank.phone))),
    },
  ];
}
