import { isolated } from "~/domain/shared/isolated-text";
import type { Money } from "~/domain/shared/money";
import { formatsFor } from "~/i18n/formats";
import { unbroken } from "../present-frame";
import type { PresentContext } from "./present-context";
import type { PayeeNames, PaymentSays } from "./present-payment";

/** What one payment on a day to come says of itself, in this country or abroad; its facts are its kind's. */
export function scheduledSays(
  payment: { readonly amount: Money; readonly executeOn: Date },
  { short }: PayeeNames,
  { app, words, bank }: PresentContext,
): Omit<PaymentSays, "facts"> {
  const own = words.scheduledPayment;
  const formats = formatsFor(words.locale);
  const amount = formats.money(payment.amount);
  const day = formats.date(payment.executeOn);
  return {
    title: own.question(amount, short, day),
    question: { verb: words.domesticPayment.verb, amount, to: own.to(short, day) },
    summary: (account) =>
      account === undefined
        ? own.summary(amount, short, app, day)
        : own.summaryLocked(amount, short, app, day, account),
    // PSR 2017 reg. 83(4): until the end of the business day before.
    afterwardsText: own.afterwardsText(isolated(bank.name), isolated(unbroken(bank.phone))),
    allow: own.allow(amount, day),
  };
}
