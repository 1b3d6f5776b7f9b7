import { z } from "zod";
import { paymentConsent } from "./fields.ts";
import { intentKind } from "./intent-kind.ts";
import { type AbroadBody, quoteAbroad, singleAbroadV3, singleAbroadV4, wrongAbroad } from "./international.ts";
import { risk as riskV3 } from "./parts-v3.ts";
import { risk as riskV4 } from "./parts-v4.ts";

/** To pay once, abroad, now (OBWriteInternationalConsent5). */
export const internationalPayment = intentKind<AbroadBody>({
  request: {
    "v3.1": paymentConsent(z.strictObject(singleAbroadV3), riskV3, {}),
    "v4.0": paymentConsent(z.strictObject(singleAbroadV4), riskV4, {}),
  },
  problems: ({ Data: { Initiation } }) => wrongAbroad(Initiation),
  quote: quoteAbroad("Actual"),
});
