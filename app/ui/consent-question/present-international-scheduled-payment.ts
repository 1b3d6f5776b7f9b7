import type { InternationalScheduledPayment } from "~/domain/consent-kinds/international-scheduled-payment";
import { formatsFor } from "~/i18n/formats";
import type { PresentContext } from "./present-context";
import { leastIn } from "./present-cross-border";
import { factsAbroad } from "./present-facts-abroad";
import { presentPayment } from "./present-payment";
import { scheduledSays } from "./present-scheduled-payment";

export const presentInternationalScheduledPayment = (payment: InternationalScheduledPayment, context: PresentContext) =>
  presentPayment(
    payment,
    context,
    (currency) => leastIn(payment, currency),
    (payee) => ({
      ...scheduledSays(payment, payee, context),
      detailsTitle: context.words.crossBorder.details,
      facts: factsAbroad(
        payment,
        payee.whole,
        context.words.scheduledPayment.when(formatsFor(context.words.locale).date(payment.executeOn)),
        context,
      ),
    }),
  );
