import { isCurrency, type Money } from "../shared/money";
import { plainText } from "../shared/plain-text";
import { isRate } from "./conversion";
import type { Charge } from "./payment-terms";

/** What is said of every payment to another country or in another currency. */
export interface CrossBorderTerms {
  /** In which the payee is paid (`CurrencyOfTransfer`); the amount is in the currency of `InstructedAmount`. */
  readonly currencyOfTransfer: string;
  /** Who pays what the banks charge (`ChargeBearer`); the standard's default is shared. */
  readonly chargesBorneBy: Charge["bearer"];
  /** The bank that holds the payee's account (`CreditorAgent`): its BIC or name, as the TPP wrote it. */
  readonly payeeBank?: { readonly identification?: string; readonly name?: string };
  /** ISO 3166-1 alpha-2. */
  readonly destinationCountry?: string;
  readonly urgent: boolean;
  /** Why, in the TPP's own words (`ExtendedPurpose`). */
  readonly purpose?: string;
}

/** What one unit of one currency costs in another, as the bank answered the intent (`ExchangeRateInformation`). */
export interface Exchange {
  /** Actual and agreed rates hold; an indicative one may be another when the payment is made. */
  readonly rateType: "actual" | "agreed" | "indicative";
  /** The currency of which one unit is priced (`UnitCurrency`). */
  readonly unitCurrency: string;
  /** As it came, a decimal; absent where the standard lets the bank leave it out. */
  readonly rate?: string;
  readonly contract?: string;
  /** Until when the rate holds. */
  readonly expiresAt?: Date;
}

const regions = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
/** What CLDR has a name for though it is nowhere: unknown, and the two that test what is shown. */
const NOWHERE: ReadonlySet<string> = new Set(["ZZ", "XA", "XB"]);

/** ISO 3166-1, as far as the runtime can name it. */
const isCountry = (code: string): boolean =>
  /^[A-Z]{2}$/.test(code) && !NOWHERE.has(code) && regions.of(code) !== undefined;

/** Whether they read as what they are: currencies and countries that have a name, a bank that can be seen. */
export const areReadableAbroad = ({ currencyOfTransfer, destinationCountry, payeeBank }: CrossBorderTerms): boolean =>
  isCurrency(currencyOfTransfer) &&
  (destinationCountry === undefined || isCountry(destinationCountry)) &&
  Object.values(payeeBank ?? {}).every((text) => plainText(text) !== undefined);

/**
 * Whether the rate is one between the two currencies of the payment. Where it is ordered in the currency that the payee
 * gets, the other one is that of the account, which is not known yet.
 */
export function isRateFor(
  { unitCurrency, rate }: Exchange,
  { amount, currencyOfTransfer }: { readonly amount: Money; readonly currencyOfTransfer: string },
): boolean {
  const isOne = [amount.currency, currencyOfTransfer].includes(unitCurrency);
  return (
    isCurrency(unitCurrency) &&
    (isOne || amount.currency === currencyOfTransfer) &&
    (rate === undefined || isRate(rate))
  );
}

/** Whether a rate that was to hold has run out. An indicative one never held. */
export const hasRunOut = (exchange: Exchange | undefined, now: Date): boolean =>
  exchange?.expiresAt !== undefined && exchange.rateType !== "indicative" && exchange.expiresAt <= now;

/** Whether the amounts that follow from the rate are those that will move. */
export const isFirm = (exchange: Exchange): boolean =>
  exchange.rate !== undefined && exchange.rateType !== "indicative";
