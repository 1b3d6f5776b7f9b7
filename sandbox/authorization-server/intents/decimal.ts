const PLACES = 5;

/** A decimal of at most five places (OBActiveCurrencyAndAmount) in hundred-thousandths, so that nothing is rounded. */
export function unitsOf(decimal: string): bigint {
  const [whole = "0", part = ""] = decimal.split(".");
  return BigInt(whole + part.padEnd(PLACES, "0"));
}

/** The same back again, with two places at least. */
export function decimalOf(units: bigint): string {
  const digits = units.toString().padStart(PLACES + 1, "0");
  const part = digits.slice(-PLACES).replace(/0+$/, "").padEnd(2, "0");
  return `${digits.slice(0, -PLACES)}.${part}`;
}
