import type { DomesticPayment } from "~/domain/consent-kinds/domestic-payment";
import { formatsFor } from "~/i18n/formats";
import type { PresentContext } from "./present-context";
import { presentPayment } from "./present-payment";
import { presentPaymentFacts, totalLeaving } from "./present-payment-facts";

export function presentDomesticPayment(payment: DomesticPayment, context: PresentContext) {
  const { app, words, payeeCheck } = context;
  const own = words.domesticPayment;
  const amount = formatsFor(words.locale).money(payment.amount);
  return presentPayment(
    payment,
    context,
    () => totalLeaving(payment.amount, payment.charges) ?? payment.amount,
    ({ whole, short }) => ({
      title: own.question(amount, short),
      question: { verb: own.verb, amount, to: own.to(short) },
      facts: presentPaymentFacts(payment, whole, payeeCheck, own.now, words),
      summary: (account) =>
        account === undefined ? own.summary(amount, short, app) : own.summaryLocked(amount, short, app, account),
      allow: own.allow(amount),
    }),
  );
}
