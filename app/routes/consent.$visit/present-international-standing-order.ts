import type { InternationalStandingOrder } from "~/domain/consent-kinds/international-standing-order";
import type { PresentContext } from "./present";
import { presentRate, presentTheirBank, presentWay } from "./present-cross-border";
import { presentStandingOrder } from "./present-standing-order";

/** No rate is known for days to come: the page says what is set when each payment is made. */
export const presentInternationalStandingOrder = (order: InternationalStandingOrder, context: PresentContext) =>
  presentStandingOrder(order, context, {
    ofPayee: presentTheirBank(order, context.words),
    ofAmount: [
      ...presentRate({ ...order, amount: order.first.amount }, context.words, context.now),
      ...presentWay(order, context.words),
    ],
  });
