import type { DomesticScheduledPayment } from "~/domain/consent-kinds/domestic-scheduled-payment";
import { formatsFor } from "~/i18n/formats";
import type { PresentContext } from "./present";
import { presentPayment } from "./present-payment";
import { presentPaymentFacts } from "./present-payment-facts";

export function presentDomesticScheduledPayment(payment: DomesticScheduledPayment, context: PresentContext) {
  const { app, words, payeeCheck } = context;
  const own = words.scheduledPayment;
  const formats = formatsFor(words.locale);
  const amount = formats.money(payment.amount);
  const day = formats.date(payment.executeOn);
  return presentPayment(payment, context, payment.amount, ({ whole, short }) => ({
    title: own.question(amount, short, day),
    question: { verb: words.domesticPayment.verb, amount, to: own.to(short, day) },
    facts: presentPaymentFacts(payment, whole, payeeCheck, own.when(day), words),
    summary: (account) =>
      account === undefined
        ? own.summary(amount, short, app, day)
        : own.summaryLocked(amount, short, app, day, account),
    allow: own.allow(amount, day),
  }));
}
