import { isSameAccount } from "~/domain/consent/account-number";
import type { OfferedAccount } from "~/domain/consent/offered-account";
import type { ConsentKind } from "~/domain/consent-kinds/index";
import type { AccountReference, PaymentTerms } from "~/domain/consent-kinds/payment-terms";
import { isolated } from "~/domain/shared/isolated-text";
import type { Money } from "~/domain/shared/money";
import { plainText } from "~/domain/shared/plain-text";
import type { PaymentKind, PaymentView } from "../consent-kinds/payment-view";
import { maskedNumber, nicknameOf } from "../present-account";
import type { Stop } from "../stop";
import type { KindOfQuestion } from "./kind-of-question";
import { presentAccountChoice } from "./present-account-choice";
import type { PresentContext } from "./present-context";
import { isPaidHere } from "./present-payment-facts";
import { nameInSentences } from "./present-registration";

/** The payee, ready to be shown. */
export interface PayeeNames {
  /** In a list of facts: in full. */
  readonly whole: string;
  /** In a sentence. */
  readonly short: string;
}

/** What a kind of payment says of itself. */
export interface PaymentSays {
  /** The whole question, and its three parts that are set differently. */
  readonly title: string;
  readonly question: PaymentView["question"];
  readonly facts: PaymentView["facts"];
  /** Over the facts, where they are not "the payment". */
  readonly detailsTitle?: string;
  readonly cannot?: PaymentView["cannot"];
  /** @param account the one that pays, where the TPP named it. */
  readonly summary: (account?: string) => string;
  readonly afterwardsText?: string;
  readonly alone?: readonly string[];
  readonly allow: string;
}

/**
 * The page of a payment of any kind: who is paid is what the kind says, and who pays is alike for all of them (C-03).
 *
 * @param leavingFrom what an account in a currency must hold for it, as far as that is known.
 */
export function presentPayment(
  payment: PaymentTerms & { readonly kind: PaymentKind },
  context: PresentContext,
  leavingFrom: (currency: string) => Money | undefined,
  says: (payee: PayeeNames) => PaymentSays,
): KindOfQuestion | Stop {
  const { app, words, offered, request } = context;
  const own = words.domesticPayment;
  const requester = request.requester.name ?? "";
  const locked = payment.debtor !== undefined;
  // It may be the charges alone that make it short.
  const lowFunds = payment.charges.some(isPaidHere) ? own.lowFundsWithCharges : own.lowFunds;
  const accounts = presentAccountChoice(context, {
    choice: locked ? "locked" : "one",
    title: locked ? own.locked : own.choose,
    hint: locked ? own.lockedHint(app) : own.chooseHint,
    unavailableTitle: own.unavailable,
    joint: own.joint,
    withBalance: true,
    notesOf: ({ balance }) => {
      const leaving = leavingFrom(balance.currency);
      return leaving && balance.minor < leaving.minor ? [lowFunds] : [];
    },
  });
  const from = offered.find(({ unavailable }) => unavailable === undefined);
  if (!from) return stopWithoutAccount(payment, requester, offered);

  const name = plainText(payment.payee.name) ?? "";
  const said = says({ whole: isolated(name), short: isolated(nameInSentences(name)) });
  return {
    title: said.title,
    ...(said.alone && { alone: said.alone }),
    between: own.between,
    appRole: own.appRole,
    ...(accounts.error ? { error: accounts.error } : {}),
    view: {
      subject: {
        kind: payment.kind,
        question: said.question,
        title: said.detailsTitle ?? own.details,
        facts: said.facts,
        cannot: said.cannot ?? cannotBeDone(own.cannot(app), own.cannotDo),
      },
      accounts: accounts.view,
      summary: said.summary(locked ? nicknameOf(from.account, words) : undefined),
      afterwards: { title: own.afterwards, text: said.afterwardsText ?? own.afterwardsText },
      allow: said.allow,
      refuse: own.refuse,
    },
  };
}

/** What a yes does not allow. */
export const cannotBeDone = (title: string, texts: readonly string[]): PaymentView["cannot"] => ({
  title,
  items: texts.map((text) => ({ id: "always", text })),
});

/** No account can pay: the one that the TPP named is foreign, or cannot be used, or the customer has none (S-02, S-08). */
export function stopWithoutAccount(
  { debtor, kind }: { readonly debtor?: AccountReference; readonly kind: ConsentKind },
  requester: string,
  offered: readonly OfferedAccount[],
): Stop {
  if (!debtor) return { is: "no-account", kind, requester, offered };
  const number = maskedNumber(debtor);
  const named = offered.find((offer) => isSameAccount(offer.account.number, debtor));
  return named?.unavailable
    ? { is: "named-account-unavailable", kind, requester, number, because: named.unavailable }
    : { is: "named-account-not-yours", kind, requester, number };
}
