import { exponentOf, isCurrency, type Money } from "../shared/money";

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

/** A rate as it is written: more digits than any bank quotes, and none that reads as another number. */
const RATE = /^(\d{1,12})(?:\.(\d{1,12}))?$/;

/** Whether a rate can be reckoned with: a decimal above nothing. */
export const isRate = (rate: string): boolean => RATE.test(rate) && /[1-9]/.test(rate);

/**
 * What an amount comes to in another currency, to the nearest minor unit, half a unit up: as the bank reckons.
 *
 * @returns undefined where the rate is not known, or is not between these two.
 */
export function converted(money: Money, currency: string, { unitCurrency, rate }: Exchange): Money | undefined {
  if (money.currency === currency) return money;
  const [, whole = "", fraction = ""] = RATE.exec(rate ?? "") ?? [];
  const [times, scale] = [BigInt(whole + fraction), 10n ** BigInt(fraction.length)];
  if (times === 0n || ![money.currency, currency].includes(unitCurrency)) return undefined;
  // One unit costs `times / scale` of the other one.
  const [above, below] = money.currency === unitCurrency ? [times, scale] : [scale, times];
  const numerator = money.minor * above * 10n ** BigInt(exponentOf(currency));
  const denominator = below * 10n ** BigInt(exponentOf(money.currency));
  return { minor: (2n * numerator + denominator) / (2n * denominator), currency };
}

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
