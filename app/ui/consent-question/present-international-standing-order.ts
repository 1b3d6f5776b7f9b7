import type { InternationalStandingOrder } from "~/domain/consent-kinds/international-standing-order";
import type { PresentContext } from "./present-context";
import { presentRateOfEach, presentTheirBank, presentWay } from "./present-cross-border";
import { presentStandingOrder } from "./present-standing-order";

/** No rate is known for days to come, and a charge is taken with each payment: the page says both. */
export const presentInternationalStandingOrder = (order: InternationalStandingOrder, context: PresentContext) =>
  presentStandingOrder(order, context, {
    ofPayee: presentTheirBank(order, context.words),
    ofAmount: [
      ...presentRateOfEach({ ...order, amount: order.first.amount }, context.offered, context.words),
      ...presentWay(order, context.words),
    ],
    ofFee: context.words.crossBorder.feeEach,
  });
