/** An account number of Britain alone, with its sort code, or that of a card. */
const DIGITS = /^\d{8,19}$/;
/** ISO 13616-1: country, check digits, and up to thirty of the country's own. */
const IBAN = /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/;

/** Whether this is an IBAN by its check digits too (ISO 7064, MOD 97-10), which next to no id is by chance. */
export function isIban(text: string): boolean {
  const iban = text.toUpperCase();
  if (!IBAN.test(iban)) return false;
  const digits = (iban.slice(4) + iban.slice(0, 4)).replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  return BigInt(digits) % 97n === 1n;
}

/**
 * Whether this reads as the number of an account: such a text is asked of the bank and stands in no address, log or table
 * of ours.
 *
 * @returns the number without what people write between its signs.
 */
export function accountNumberIn(text: string): string | undefined {
  const bare = text.replace(/[\s./-]/g, "").toUpperCase();
  return DIGITS.test(bare) || IBAN.test(bare) ? bare : undefined;
}
