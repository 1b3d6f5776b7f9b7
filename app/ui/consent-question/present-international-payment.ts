import type { InternationalPayment } from "~/domain/consent-kinds/international-payment";
import { formatsFor } from "~/i18n/formats";
import type { PresentContext } from "./present-context";
import { leastIn } from "./present-cross-border";
import { factsAbroad } from "./present-facts-abroad";
import { presentPayment } from "./present-payment";

export function presentInternationalPayment(payment: InternationalPayment, context: PresentContext) {
  const { app, words } = context;
  const own = words.domesticPayment;
  const amount = formatsFor(words.locale).money(payment.amount);
  return presentPayment(
    payment,
    context,
    (currency) => leastIn(payment, currency),
    ({ whole, short }) => ({
      title: own.question(amount, short),
      question: { verb: own.verb, amount, to: own.to(short) },
      detailsTitle: words.crossBorder.details,
      facts: factsAbroad(payment, whole, own.now, context),
      summary: (account) =>
        account === undefined ? own.summary(amount, short, app) : own.summaryLocked(amount, short, app, account),
      allow: own.allow(amount),
    }),
  );
}
