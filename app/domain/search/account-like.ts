import { hasCheckDigits } from "../consent/account-number";

/** An account number of Britain alone, with its sort code, or that of a card. */
const DIGITS = /^\d{8,19}$/;
/** ISO 13616-1: country, check digits, and up to thirty of the country's own. */
const IBAN = /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/;

/** Whether this is an IBAN by its check digits too, which next to no id is by chance. */
export function isIban(text: string): boolean {
  const iban = text.toUpperCase();
  return IBAN.test(iban) && hasCheckDigits(iban);
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
