import type { Money } from "../shared/money";
import { plainText } from "../shared/plain-text";

/** What every kind of payment order says. Each kind adds how much, and when. */
export interface PaymentTerms {
  readonly payee: Payee;
  /** What the payee will see. */
  readonly reference?: string;
  /** The account to pay from, when the TPP named one: shown and locked (S-02); the customer must own it. */
  readonly debtor?: AccountReference;
  readonly charges: readonly Charge[];
}

export type Payee = AccountReference & { readonly name: string };

/** An account by the number that people know it by. */
export interface AccountReference {
  readonly scheme: "sort-code-account-number" | "iban" | "card" | "other";
  readonly identification: string;
}

export interface Charge {
  readonly bearer: "you" | "payee" | "shared" | "by-agreement";
  readonly amount: Money;
}

/** What the numbers of each scheme look like without their spaces and hyphens (UK Open Banking namespaces; ISO 13616, 7812). */
const SHAPES: Readonly<Record<Exclude<AccountReference["scheme"], "other">, RegExp>> = {
  "sort-code-account-number": /^[0-9]{14}$/,
  iban: /^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$/,
  card: /^[0-9]{8,19}$/,
};

/** Nobody reads more fees than this; the standard's own examples have one. */
export const MOST_CHARGES = 20;

/** Characters of a number in a scheme that we do not know (Max256Text). */
const LONGEST_NUMBER = 256;

/**
 * Whether somebody can agree to them: the payee has a name to be seen, and an account whose number reads as what it is. A letter that
 * looks like a digit, or a mark that is not seen, would be another account than the one shown.
 */
export const areReadable = ({ payee, charges }: PaymentTerms): boolean =>
  charges.length <= MOST_CHARGES && plainText(payee.name) !== undefined && isReadable(payee);

/** Whether an account's number can be told from every other one by reading it. */
export function isReadable({ scheme, identification }: AccountReference): boolean {
  if (scheme !== "other") return SHAPES[scheme].test(identification.replace(/[ -]/g, ""));
  return plainText(identification) === identification && identification.length <= LONGEST_NUMBER;
}
