import type { DomesticScheduledPayment } from "~/domain/consent-kinds/domestic-scheduled-payment";
import { formatsFor } from "~/i18n/formats";
import type { PresentContext } from "./present-context";
import { presentPayment } from "./present-payment";
import { presentPaymentFacts, totalLeaving } from "./present-payment-facts";
import { scheduledSays } from "./present-scheduled-payment";

export function presentDomesticScheduledPayment(payment: DomesticScheduledPayment, context: PresentContext) {
  const { words, payeeCheck } = context;
  const when = words.scheduledPayment.when(formatsFor(words.locale).date(payment.executeOn));
  return presentPayment(
    payment,
    context,
    () => totalLeaving(payment.amount, payment.charges) ?? payment.amount,
    (payee) => ({
      ...scheduledSays(payment, payee, context),
      facts: presentPaymentFacts(payment, payee.whole, payeeCheck, when, words),
    }),
  );
}
