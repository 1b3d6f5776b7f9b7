import type { z } from "zod";
import { debtorFields, debtorOf, reference } from "./domestic-terms.ts";
import type { FieldGroup } from "./field.ts";
import { amount, bic, choiceOf, country, currency, decimal, iban, optional, text } from "./shape.ts";

/** What payments across a border share: two currencies, a payee's bank, who bears the charges, and a rate. */

const BEARERS = [
  { value: "Shared", label: "Shared" },
  { value: "BorneByDebtor", label: "The customer" },
  { value: "BorneByCreditor", label: "The payee" },
  { value: "FollowingServiceLevel", label: "As the service says" },
] as const;

const RATES = [
  { value: "none", label: "Not mentioned" },
  { value: "Actual", label: "Actual, for now" },
  { value: "Indicative", label: "Indicative" },
  { value: "Agreed", label: "Agreed beforehand" },
] as const;

export const internationalFields = {
  amount,
  currency,
  currencyOfTransfer: currency,
  bearer: choiceOf(BEARERS),
  payeeName: text("the payee's name", 70),
  payeeIban: iban,
  payeeBank: optional(bic),
  country: optional(country),
  reference,
  ...debtorFields,
};

export const rateFields = {
  rateType: choiceOf(RATES),
  rate: optional(decimal),
  contract: optional(text("a contract", 256)),
};

type InternationalTerms = Readonly<
  z.output<z.ZodObject<Omit<typeof internationalFields, keyof typeof debtorFields>>>
> & {
  readonly debtorAccount?: string;
};

type RateTerms = Readonly<z.output<z.ZodObject<typeof rateFields>>>;

export const MONEY_GROUP: FieldGroup = {
  legend: "Payment",
  fields: [
    { name: "amount", label: "Amount", numeric: true },
    { name: "currency", label: "In this currency" },
    { name: "currencyOfTransfer", label: "Sent in this currency" },
    { name: "bearer", label: "Who bears the charges", choices: BEARERS },
    { name: "reference", label: "Reference" },
  ],
};

export const RATE_GROUP: FieldGroup = {
  legend: "Exchange rate",
  hint: "A rate agreed beforehand needs the rate and its contract. This bank knows one: FX-2026-117, 1.19 euros a pound.",
  fields: [
    { name: "rateType", label: "Kind of rate", choices: RATES },
    { name: "rate", label: "Rate agreed", numeric: true },
    { name: "contract", label: "Contract" },
  ],
};

export const PAYEE_ABROAD_GROUP: FieldGroup = {
  legend: "Payee",
  fields: [
    { name: "payeeName", label: "Payee name" },
    { name: "payeeIban", label: "Payee IBAN" },
    { name: "payeeBank", label: "BIC of the payee's bank" },
    { name: "country", label: "Country" },
  ],
};

export const INTERNATIONAL_DEFAULTS = {
  amount: "100.00",
  currency: "EUR",
  currencyOfTransfer: "EUR",
  bearer: "Shared",
  payeeName: "Librairie du Port SARL",
  payeeIban: "FR14 2004 1010 0505 0001 3M02 606",
  payeeBank: "PSSTFRPPXXX",
  country: "FR",
  reference: "Facture 1120",
};

/** Everything but the rate, which standing orders do not have. */
export const acrossTheBorder = (order: InternationalTerms) => ({
  ChargeBearer: order.bearer,
  CurrencyOfTransfer: order.currencyOfTransfer,
  ...(order.country ? { DestinationCountryCode: order.country } : {}),
  InstructedAmount: { Amount: order.amount, Currency: order.currency },
  ...debtorOf(order),
  Creditor: { Name: order.payeeName },
  ...(order.payeeBank ? { CreditorAgent: { SchemeName: "UK.OBIE.BICFI", Identification: order.payeeBank } } : {}),
  CreditorAccount: { SchemeName: "UK.OBIE.IBAN", Identification: order.payeeIban, Name: order.payeeName },
});

/** Absent where the order leaves the rate to the bank. */
export const exchangeRate = ({ rateType, rate, contract }: RateTerms) =>
  rateType === "none"
    ? {}
    : {
        ExchangeRateInformation: {
          // One pound in the other currency.
          UnitCurrency: "GBP",
          RateType: rateType,
          ...(rate === undefined ? {} : { ExchangeRate: rate }),
          ...(contract === undefined ? {} : { ContractIdentification: contract }),
        },
      };
