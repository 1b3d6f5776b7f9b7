import { z } from "zod";
import type { Problem } from "../problem.ts";
import { dateTime, paymentConsent, permission } from "./fields.ts";
import { intentKind } from "./intent-kind.ts";
import { risk as riskV3 } from "./parts-v3.ts";
import { risk as riskV4 } from "./parts-v4.ts";
import { wrongMoney } from "./rules.ts";
import { amounts, rhythm, rhythmV4, type StandingOrder, wrongOrder } from "./standing-order.ts";

/** To pay again and again, at home (OBWriteDomesticStandingOrderConsent5). */
export const domesticStandingOrder = intentKind<{ readonly Data: { readonly Initiation: StandingOrder } }>({
  request: {
    "v3.1": paymentConsent(
      z.strictObject({ ...rhythm, ...amounts, RecurringPaymentDateTime: dateTime.optional() }),
      riskV3,
      permission,
    ),
    "v4.0": paymentConsent(z.strictObject({ ...rhythmV4, ...amounts }), riskV4, permission),
  },
  problems: ({ Data: { Initiation } }, now) => [...wrongOrder(Initiation, now), ...wrongAmounts(Initiation)],
});

const AMOUNTS = ["FirstPaymentAmount", "RecurringPaymentAmount", "FinalPaymentAmount"] as const;

function wrongAmounts(order: StandingOrder): readonly Problem[] {
  return AMOUNTS.flatMap((name) => {
    const path = `Data.Initiation.${name}`;
    const money = order[name];
    if (money && money.Currency !== order.FirstPaymentAmount?.Currency) {
      const message = "All payments of an order are in one currency";
      return [{ name: "Field.Invalid", message, path: `${path}.Currency` } as const];
    }
    return wrongMoney(money, path);
  });
}
