import { z } from "zod";
import { amount, namespaced, paymentConsent, supplementaryData, text } from "./fields.ts";
import { intentKind } from "./intent-kind.ts";
import * as v3 from "./parts-v3.ts";
import * as v4 from "./parts-v4.ts";
import { type OnePayment, wrongAccounts, wrongMoney } from "./rules.ts";

export const order = {
  InstructionIdentification: text(35),
  EndToEndIdentification: text(35),
  LocalInstrument: namespaced.optional(),
  InstructedAmount: amount,
  SupplementaryData: supplementaryData.optional(),
};

/** The initiation of a payment within the country. */
export const domesticInitiation = {
  "v3.1": z.strictObject({
    ...order,
    DebtorAccount: v3.account.optional(),
    CreditorAccount: v3.namedAccount,
    CreditorPostalAddress: v3.postalAddress.optional(),
    RemittanceInformation: v3.remittance.optional(),
  }),
  "v4.0": z.strictObject({
    ...order,
    DebtorAccount: v4.account.optional(),
    CreditorAccount: v4.namedAccount,
    CreditorPostalAddress: v4.postalAddress.optional(),
    UltimateCreditor: v4.ultimateParty().optional(),
    UltimateDebtor: v4.ultimateParty().optional(),
    RegulatoryReporting: v4.regulatoryReporting().optional(),
    RemittanceInformation: v4.remittance().optional(),
  }),
};

/** To pay once, at home, now (OBWriteDomesticConsent4). */
export const domesticPayment = intentKind<OnePayment>({
  request: {
    "v3.1": paymentConsent(domesticInitiation["v3.1"], v3.risk, {}),
    "v4.0": paymentConsent(
      domesticInitiation["v4.0"].extend({ CreditorAgent: v4.creditorAgent.optional() }),
      v4.risk,
      {},
    ),
  },
  problems: ({ Data: { Initiation } }) => [
    ...wrongMoney(Initiation.InstructedAmount, "Data.Initiation.InstructedAmount"),
    ...wrongAccounts(Initiation),
  ],
});
