import { domesticInitiation } from "./domestic-payment.ts";
import { dateTime, paymentConsent, permission, text } from "./fields.ts";
import { intentKind } from "./intent-kind.ts";
import { risk as riskV3 } from "./parts-v3.ts";
import { risk as riskV4 } from "./parts-v4.ts";
import { type OnePayment, tooEarly, wrongAccounts, wrongMoney } from "./rules.ts";

const later = { EndToEndIdentification: text(35).optional(), RequestedExecutionDateTime: dateTime };

type Scheduled = OnePayment & {
  readonly Data: { readonly Initiation: { readonly RequestedExecutionDateTime: string } };
};

/** To pay once, at home, on a day to come (OBWriteDomesticScheduledConsent4). */
export const domesticScheduledPayment = intentKind<Scheduled>({
  request: {
    "v3.1": paymentConsent(domesticInitiation["v3.1"].extend(later), riskV3, permission),
    "v4.0": paymentConsent(domesticInitiation["v4.0"].extend(later), riskV4, permission),
  },
  problems: ({ Data: { Initiation } }, now) => [
    ...wrongMoney(Initiation.InstructedAmount, "Data.Initiation.InstructedAmount"),
    ...wrongAccounts(Initiation),
    ...tooEarly(Initiation.RequestedExecutionDateTime, "tomorrow", now, "Data.Initiation.RequestedExecutionDateTime"),
  ],
});
