import { z } from "zod";
import type { Problem } from "../problem.ts";
import { amount, chargeBearer, exchangeRateAsked, namespaced, text } from "./fields.ts";
import type { QuoteNeed } from "./intent-kind.ts";
import * as v3 from "./parts-v3.ts";
import * as v4 from "./parts-v4.ts";
import { type Account, type Money, wrongAccounts, wrongCurrency, wrongMoney } from "./rules.ts";

/** What all payments to another country or in another currency have in common. */

const currency = z.string().regex(/^[A-Z]{3}$/);

const crossing = {
  ExtendedPurpose: text(140).optional(),
  ChargeBearer: chargeBearer.optional(),
  CurrencyOfTransfer: currency,
  // Not anchored in the published pattern; what is no country is refused below.
  DestinationCountryCode: z
    .string()
    .regex(/[A-Z]{2,2}/)
    .optional(),
  InstructedAmount: amount,
};

const agentV3 = z.strictObject({
  SchemeName: namespaced.optional(),
  Identification: text(35).optional(),
  Name: text(140).optional(),
  PostalAddress: v3.postalAddress.optional(),
});

/** @param nameLength of the payee; a standing order takes a longer one. */
export const abroadV3 = (nameLength: 140 | 350) => ({
  ...crossing,
  Purpose: text(4).optional(),
  Creditor: z
    .strictObject({ Name: text(nameLength).optional(), PostalAddress: v3.postalAddress.optional() })
    .optional(),
  CreditorAgent: agentV3.optional(),
});

export const abroadV4 = {
  ...crossing,
  Creditor: z
    .strictObject({ Name: text(350).optional(), LEI: v4.lei.optional(), PostalAddress: v4.postalAddress.optional() })
    .optional(),
  CreditorAgent: v4.creditorAgent.optional(),
};

/** Of a single payment abroad. */
export const singleAbroad = {
  InstructionIdentification: text(35),
  EndToEndIdentification: text(35),
  LocalInstrument: namespaced.optional(),
  InstructionPriority: z.enum(["Normal", "Urgent"]).optional(),
  ExchangeRateInformation: exchangeRateAsked.optional(),
  SupplementaryData: z.looseObject({}).optional(),
};

export const singleAbroadV3 = {
  ...singleAbroad,
  ...abroadV3(140),
  DebtorAccount: v3.account.optional(),
  CreditorAccount: v3.namedAccount,
  RemittanceInformation: v3.remittance.optional(),
};

export const singleAbroadV4 = {
  ...singleAbroad,
  ...abroadV4,
  DebtorAccount: v4.account.optional(),
  CreditorAccount: v4.namedAccount,
  UltimateCreditor: v4.ultimateParty().optional(),
  UltimateDebtor: v4.ultimateParty().optional(),
  RegulatoryReporting: v4.regulatoryReporting().optional(),
  RemittanceInformation: v4.remittance().optional(),
};

interface RateAsked {
  readonly UnitCurrency: string;
  readonly RateType: "Actual" | "Agreed" | "Indicative";
  readonly ExchangeRate?: number | undefined;
  readonly ContractIdentification?: string | undefined;
}

/** What the rules and the bank's quote look at, alike in both versions. */
export interface Abroad {
  readonly InstructedAmount: Money;
  readonly CurrencyOfTransfer: string;
  readonly DestinationCountryCode?: string | undefined;
  readonly ChargeBearer?: string | undefined;
  readonly ExchangeRateInformation?: RateAsked | undefined;
  readonly CreditorAccount: Account;
  readonly DebtorAccount?: Account | undefined;
}

export interface AbroadBody {
  readonly Data: { readonly Initiation: Abroad };
}

const INITIATION = "Data.Initiation";
const RATE = `${INITIATION}.ExchangeRateInformation`;

export const wrongAbroad = (initiation: Abroad): readonly Problem[] => [
  ...wrongMoney(initiation.InstructedAmount, `${INITIATION}.InstructedAmount`),
  ...wrongCurrency(initiation.CurrencyOfTransfer, `${INITIATION}.CurrencyOfTransfer`),
  ...wrongCountry(initiation.DestinationCountryCode),
  ...wrongRate(initiation),
  ...wrongAccounts(initiation),
];

const regions = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
/** What CLDR has a name for though it is nowhere: unknown, and the two that test what is shown. */
const NOWHERE: ReadonlySet<string> = new Set(["ZZ", "XA", "XB"]);

/** ISO 3166-1, as far as the runtime can name it. */
const isCountry = (code: string): boolean =>
  /^[A-Z]{2}$/.test(code) && !NOWHERE.has(code) && regions.of(code) !== undefined;

function wrongCountry(code: string | undefined): readonly Problem[] {
  if (code === undefined || isCountry(code)) return [];
  const message = "Expected an ISO 3166-1 alpha-2 code";
  return [{ name: "Field.Invalid", message, path: `${INITIATION}.DestinationCountryCode` }];
}

/**
 * A rate and its contract are named where one was agreed before, and only there (OBIE data dictionary,
 * ExchangeRateInformation).
 */
function wrongRate({
  ExchangeRateInformation: rate,
  InstructedAmount,
  CurrencyOfTransfer,
}: Abroad): readonly Problem[] {
  if (!rate) return [];
  const problems: Problem[] = [...wrongCurrency(rate.UnitCurrency, `${RATE}.UnitCurrency`)];
  if (
    InstructedAmount.Currency !== CurrencyOfTransfer &&
    ![InstructedAmount.Currency, CurrencyOfTransfer].includes(rate.UnitCurrency)
  ) {
    const message = "Expected one of the two currencies of the payment";
    problems.push({ name: "Field.Invalid", message, path: `${RATE}.UnitCurrency` });
  }
  for (const member of ["ExchangeRate", "ContractIdentification"] as const) {
    const given = rate[member] !== undefined;
    if (rate.RateType === "Agreed" && !given) {
      problems.push({ name: "Field.Expected", message: "An agreed rate names it", path: `${RATE}.${member}` });
    }
    if (rate.RateType !== "Agreed" && given) {
      problems.push({ name: "Field.Unexpected", message: "Only an agreed rate names it", path: `${RATE}.${member}` });
    }
  }
  return problems;
}

/** @param otherwise the kind of rate where the TPP asks for none: one that holds, or one that shows what to expect. */
export const quoteAbroad =
  (otherwise: "Actual" | "Indicative") =>
  ({ Data: { Initiation } }: AbroadBody): QuoteNeed => {
    const { InstructedAmount, CurrencyOfTransfer, ChargeBearer, ExchangeRateInformation: rate } = Initiation;
    return {
      path: RATE,
      request: {
        instructed: { amount: InstructedAmount.Amount, currency: InstructedAmount.Currency },
        currencyOfTransfer: CurrencyOfTransfer,
        rateType: rate?.RateType ?? otherwise,
        ...(ChargeBearer !== undefined && { chargeBearer: ChargeBearer }),
        ...(rate && { unitCurrency: rate.UnitCurrency }),
        ...(rate?.ExchangeRate !== undefined && { rate: rate.ExchangeRate }),
        ...(rate?.ContractIdentification !== undefined && { contract: rate.ContractIdentification }),
      },
    };
  };
