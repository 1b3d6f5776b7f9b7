/** An amount in the minor unit of its currency (pence, cents): integers only, so that sums are exact. */
export interface Money {
  readonly minor: bigint;
  /** ISO 4217, three capitals. */
  readonly currency: string;
}

/** Currencies whose minor unit is not a hundredth (ISO 4217), as far as UK and EU payments meet them. */
const EXPONENTS: Readonly<Record<string, number>> = { JPY: 0, KRW: 0, ISK: 0, BHD: 3, KWD: 3, JOD: 3, TND: 3 };

const exponentOf = (currency: string) => EXPONENTS[currency] ?? 2;

/**
 * Reads the UK standard's amount (`^\d{1,13}(\.\d{1,5})?$`) and currency.
 *
 * @returns undefined when it is malformed, or finer than the currency's minor unit: an amount that cannot be shown
 *   exactly must not be approved.
 */
export function parseMoney(amount: string, currency: string): Money | undefined {
  const match = /^(\d{1,13})(?:\.(\d{1,5}))?$/.exec(amount);
  if (!match || !/^[A-Z]{3}$/.test(currency)) return undefined;
  const exponent = exponentOf(currency);
  const fraction = (match[2] ?? "").replace(/0+$/, "");
  if (fraction.length > exponent) return undefined;
  return { minor: BigInt(`${match[1]}${fraction.padEnd(exponent, "0")}`), currency };
}

/** "42.50": digits with a point, no grouping and no currency sign. Presentation adds those. */
export function decimalOf({ minor, currency }: Money): string {
  const exponent = exponentOf(currency);
  const sign = minor < 0n ? "-" : "";
  const digits = (minor < 0n ? -minor : minor).toString().padStart(exponent + 1, "0");
  if (exponent === 0) return `${sign}${digits}`;
  return `${sign}${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`;
}
