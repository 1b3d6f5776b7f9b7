/** Pence or cents; negative where money left the account. Both currencies of the bank have two decimals (ISO 4217). */
export type Minor = number;

/** `1234.56`, without a sign: the standard carries the direction in `CreditDebitIndicator`. */
export function formatAmount(amount: Minor): string {
  const digits = String(Math.abs(amount)).padStart(3, "0");
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/**
 * Reads the standard's amount (`^\d{1,13}$|^\d{1,13}\.\d{1,5}$`).
 *
 * @returns undefined for anything else, and for fractions of a penny.
 */
export function parseAmount(text: string): Minor | undefined {
  const match = /^(\d{1,13})(?:\.(\d{1,5}))?$/.exec(text);
  if (!match) return undefined;
  const fraction = (match[2] ?? "").replace(/0+$/, "").padEnd(2, "0");
  return fraction.length > 2 ? undefined : Number(match[1]) * 100 + Number(fraction);
}
