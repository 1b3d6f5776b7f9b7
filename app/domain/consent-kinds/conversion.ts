import { exponentOf, type Money } from "../shared/money";
import type { Exchange } from "./cross-border-terms";

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
