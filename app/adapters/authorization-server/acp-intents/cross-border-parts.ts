import { z } from "zod";
import type { Exchange } from "~/domain/consent-kinds/conversion";
import type { CrossBorderTerms } from "~/domain/consent-kinds/cross-border-terms";
import { bearerFrom, instant, text } from "./parts";

/** In the initiation of every payment abroad. */
export const crossBorderFields = {
  CurrencyOfTransfer: text,
  ChargeBearer: text.nullish(),
  DestinationCountryCode: text.nullish(),
  InstructionPriority: text.nullish(),
  ExtendedPurpose: text.nullish(),
  CreditorAgent: z.object({ Identification: text.nullish(), Name: text.nullish() }).nullish(),
};

const fields = z.object(crossBorderFields);

export function crossBorderTermsFrom(initiation: z.infer<typeof fields>): CrossBorderTerms {
  // `Purpose` is a code for the banks: nobody would know what they read.
  const { CreditorAgent, DestinationCountryCode, ExtendedPurpose: purpose } = initiation;
  const { Identification: identification, Name: name } = CreditorAgent ?? {};
  return {
    currencyOfTransfer: initiation.CurrencyOfTransfer,
    chargesBorneBy: initiation.ChargeBearer ? bearerFrom(initiation.ChargeBearer) : "shared",
    ...((identification || name) && {
      payeeBank: { ...(identification && { identification }), ...(name && { name }) },
    }),
    ...(DestinationCountryCode && { destinationCountry: DestinationCountryCode }),
    urgent: initiation.InstructionPriority === "Urgent",
    ...(purpose && { purpose }),
  };
}

/** As the bank answered the intent; what the TPP asked for is in the initiation, and binds nobody. */
export const exchangeInformation = z
  .object({
    UnitCurrency: text,
    ExchangeRate: z.number().nullish(),
    RateType: z.enum(["Actual", "Agreed", "Indicative"]),
    ContractIdentification: text.nullish(),
    ExpirationDateTime: instant.nullish(),
  })
  .nullish();

const RATE_TYPES = { Actual: "actual", Agreed: "agreed", Indicative: "indicative" } as const;

export function exchangeFrom(wire: z.infer<typeof exchangeInformation>): { readonly exchange?: Exchange } {
  if (!wire) return {};
  const { ContractIdentification: contract, ExpirationDateTime: expiresAt, ExchangeRate: rate } = wire;
  return {
    exchange: {
      rateType: RATE_TYPES[wire.RateType],
      unitCurrency: wire.UnitCurrency,
      // The shortest decimal that is this number.
      ...(typeof rate === "number" && { rate: String(rate) }),
      ...(contract && { contract }),
      ...(expiresAt && { expiresAt }),
    },
  };
}
