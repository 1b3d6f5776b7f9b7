import type { AccountReference } from "../consent-kinds/payment-terms";

/**
 * Whether two references name one account. Spaces, hyphens and the case of letters are how people write them and make no
 * difference; nor does it that a British IBAN is another name of the account whose sort code and number are in it.
 */
export function isSameAccount(one: AccountReference, other: AccountReference): boolean {
  return comparable(one) === comparable(other);
}

function comparable({ scheme, identification }: AccountReference): string {
  const bare = identification.replace(/[^\p{L}\p{N}]/gu, "").toUpperCase();
  const domestic = scheme === "iban" && hasCheckDigits(bare) ? BRITISH_IBAN.exec(bare)?.[1] : undefined;
  return domestic ? `sort-code-account-number ${domestic}` : `${scheme} ${bare}`;
}

/** Check digits, four letters of the bank, sort code and account number (SWIFT IBAN registry, GB). */
const BRITISH_IBAN = /^GB\d{2}[A-Z]{4}(\d{14})$/;

/** The remainder by 97 of the digits, with letters as 10 to 35, is 1 (ISO 13616-1). */
export function hasCheckDigits(iban: string): boolean {
  if (!/^[A-Z0-9]{5,34}$/.test(iban)) return false;
  const rearranged = `${iban.slice(4)}${iban.slice(0, 4)}`;
  return BigInt([...rearranged].map((sign) => Number.parseInt(sign, 36)).join("")) % 97n === 1n;
}
