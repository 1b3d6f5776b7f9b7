import { z } from "zod";
import { dateTime, paymentConsent, permission, text } from "./fields.ts";
import { intentKind } from "./intent-kind.ts";
import { type AbroadBody, quoteAbroad, singleAbroadV3, singleAbroadV4, wrongAbroad } from "./international.ts";
import { risk as riskV3 } from "./parts-v3.ts";
import { risk as riskV4 } from "./parts-v4.ts";
import { tooEarly } from "./rules.ts";

const later = { EndToEndIdentification: text(35).optional(), RequestedExecutionDateTime: dateTime };

type Scheduled = AbroadBody & {
  readonly Data: { readonly Initiation: { readonly RequestedExecutionDateTime: string } };
};

/** To pay once, abroad, on a day to come (OBWriteInternationalScheduledConsent5). */
export const internationalScheduledPayment = intentKind<Scheduled>({
  request: {
    "v3.1": paymentConsent(z.strictObject({ ...singleAbroadV3, ...later }), riskV3, permission),
    "v4.0": paymentConsent(z.strictObject({ ...singleAbroadV4, ...later }), riskV4, permission),
  },
  problems: ({ Data: { Initiation } }, now) => [
    ...wrongAbroad(Initiation),
    ...tooEarly(Initiation.RequestedExecutionDateTime, "tomorrow", now, "Data.Initiation.RequestedExecutionDateTime"),
  ],
  // Nobody knows today what the rate will be then.
  quote: quoteAbroad("Indicative"),
});
