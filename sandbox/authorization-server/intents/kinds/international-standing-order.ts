import { z } from "zod";
import { paymentConsent, permission } from "./fields.ts";
import { intentKind } from "./intent-kind.ts";
import { type AbroadBody, abroadV3, abroadV4, quoteAbroad, wrongAbroad } from "./international.ts";
import { risk as riskV3 } from "./parts-v3.ts";
import { risk as riskV4 } from "./parts-v4.ts";
import { rhythm, rhythmV4, type StandingOrder, wrongOrder } from "./standing-order.ts";

type Order = AbroadBody & { readonly Data: { readonly Initiation: StandingOrder } };

/** To pay again and again, abroad (OBWriteInternationalStandingOrderConsent6). No rate is promised for it, only fees. */
export const internationalStandingOrder = intentKind<Order>({
  request: {
    "v3.1": paymentConsent(z.strictObject({ ...abroadV3(350), ...rhythm }), riskV3, permission),
    "v4.0": paymentConsent(z.strictObject({ ...abroadV4, ...rhythmV4 }), riskV4, permission),
  },
  problems: ({ Data: { Initiation } }, now) => {
    const order = wrongOrder(Initiation, now);
    // Both look at the accounts; each fault is told once.
    const told = new Set(order.map(({ path }) => path));
    return [...order, ...wrongAbroad(Initiation).filter(({ path }) => !told.has(path))];
  },
  quote: (body) => ({ ...quoteAbroad("Indicative")(body), feesOnly: true }),
});
