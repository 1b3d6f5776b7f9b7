/** An amount in the minor unit of its currency (pence, cents): integers only, so that sums are exact. */
export interface Money {
  readonly minor: bigint;
  /** ISO 4217, three capitals. */
  readonly currency: string;
}

/** Every currency of ISO 4217 whose minor unit is not a hundredth. */
const EXPONENTS: ReadonlyMap<string, number> = new Map([
  ..."BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF".split(" ").map((code) => [code, 0] as const),
  ..."BHD IQD JOD KWD LYD OMR TND".split(" ").map((code) => [code, 3] as const),
  ..."CLF UYW".split(" ").map((code) => [code, 4] as const),
]);

/**
 * The runtime's list of currencies in use, which leaves out units of account such as UYI; those above are known all the
 * same. Nothing may be said of the minor unit of any other code, so no amount in it can be shown.
 */
const CURRENCIES: ReadonlySet<string> = new Set([...Intl.supportedValuesOf("currency"), ...EXPONENTS.keys()]);

/** How many decimals a currency has. */
export const exponentOf = (currency: string) => EXPONENTS.get(currency) ?? 2;

/** Whether a code stands for a currency in which an amount can be shown. */
export const isCurrency = (code: string): boolean => CURRENCIES.has(code);

/**
 * Reads the UK standard's amount (`^\d{1,13}(\.\d{1,5})?$`) and currency.
 *
 * @returns undefined when it is malformed, in no currency that we know, or finer than the currency's minor unit: an
 *   amount that cannot be shown exactly must not be approved.
 */
export function parseMoney(amount: string, currency: string): Money | undefined {
  const match = /^(\d{1,13})(?:\.(\d{1,5}))?$/.exec(amount);
  if (!match || !CURRENCIES.has(currency)) return undefined;
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
