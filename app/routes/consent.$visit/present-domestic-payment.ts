import { isSameAccount } from "~/domain/consent/account-number";
import type { OfferedAccount } from "~/domain/consent/offered-account";
import { canBePaid, type DomesticPayment } from "~/domain/consent-kinds/domestic-payment";
import { isolated } from "~/domain/shared/isolated-text";
import { plainText } from "~/domain/shared/plain-text";
import { formatsFor } from "~/i18n/formats";
import type { DomesticPaymentView } from "~/ui/consent-page-view";
import { maskedNumber, nicknameOf } from "~/ui/present-account";
import type { Stop } from "~/ui/present-stop";
import type { KindOfQuestion } from "./kind-of-question";
import type { PresentContext } from "./present";
import { presentAccountChoice } from "./present-account-choice";
import { presentPaymentFacts } from "./present-payment-facts";
import { nameInSentences } from "./present-registration";

export function presentDomesticPayment(payment: DomesticPayment, context: PresentContext): KindOfQuestion | Stop {
  const { app, words, offered, request } = context;
  const own = words.domesticPayment;
  const requester = request.requester.name ?? "";
  const payeeName = plainText(payment.payee.name);
  // Nobody can agree to pay someone whom the page cannot name (C-03, C-05).
  if (payeeName === undefined || !canBePaid(payment)) {
    return { is: "not-understood", kind: payment.kind, requester, refusable: true };
  }

  const locked = payment.debtor !== undefined;
  const accounts = presentAccountChoice(context, {
    choice: locked ? "locked" : "one",
    title: locked ? own.locked : own.choose,
    hint: locked ? own.lockedHint(app) : own.chooseHint,
    unavailableTitle: own.unavailable,
    joint: own.joint,
    withBalance: true,
    notesOf: (account) => (account.balance.minor < payment.amount.minor ? [own.lowFunds] : []),
  });
  const from = offered.find(({ unavailable }) => unavailable === undefined);
  if (!from) return stopWithoutAccount(payment, requester, offered);

  const amount = formatsFor(words.locale).money(payment.amount);
  const payee = isolated(nameInSentences(payeeName));
  const subject: DomesticPaymentView = {
    kind: "domestic-payment",
    question: { verb: own.verb, amount, to: own.to(payee) },
    title: own.details,
    facts: presentPaymentFacts(payment, isolated(payeeName), context.payeeCheck, words),
    cannot: { title: own.cannot(app), items: own.cannotDo.map((text) => ({ id: "always" as const, text })) },
  };
  return {
    title: own.question(amount, payee),
    between: own.between,
    appRole: own.appRole,
    ...(accounts.error ? { error: accounts.error } : {}),
    view: {
      subject,
      accounts: accounts.view,
      summary: locked
        ? own.summaryLocked(amount, payee, app, nicknameOf(from.account, words))
        : own.summary(amount, payee, app),
      afterwards: { title: own.afterwards, text: own.afterwardsText },
      allow: own.allow(amount),
      refuse: own.refuse,
    },
  };
}

/** No account can pay: the one that the TPP named is foreign, or cannot be used, or the customer has none (S-02, S-08). */
function stopWithoutAccount(payment: DomesticPayment, requester: string, offered: readonly OfferedAccount[]): Stop {
  const { debtor, kind } = payment;
  if (!debtor) return { is: "no-account", kind, requester, offered };
  const number = maskedNumber(debtor);
  const named = offered.find((offer) => isSameAccount(offer.account.number, debtor));
  return named?.unavailable
    ? { is: "named-account-unavailable", kind, requester, number, because: named.unavailable }
    : { is: "named-account-not-yours", kind, requester, number };
}
