/** What was typed, without spaces, dashes and marks of direction, and with digits of any script as the usual ten. */
export const digitsIn = (typed: string): string =>
  [...typed.normalize("NFKC").replace(/[\s\u200e\u200f\u2066-\u2069-]/g, "")]
    .map((letter) => (/^\p{Nd}$/u.test(letter) ? valueOfDigit(letter) : letter))
    .join("");

/** Decimal digits stand ten in a row, beginning with zero (The Unicode Standard, section 4.6). */
function valueOfDigit(digit: string): string {
  let value = 0;
  for (let below = (digit.codePointAt(0) ?? 0) - 1; /^\p{Nd}$/u.test(String.fromCodePoint(below)); below--) value++;
  return String(value % 10);
}
