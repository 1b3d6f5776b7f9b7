import { type AccountReference, isReadable } from "./payment-terms";

/** Yes or no to "is there this much in the account?", for a card issuer (UK funds-confirmation-consents). */
export interface FundsConfirmation {
  readonly kind: "funds-confirmation";
  /** The one account that is asked about; the TPP names it and the customer must own it. */
  readonly debtor: AccountReference & { readonly name?: string };
  /** Absent: until the customer stops it. */
  readonly expiresAt?: Date;
}

/** Longer than anybody can say yes for. */
const LONGEST_YEARS = 100;

/** Whether somebody can agree to it: it is asked of an account that can be told by its number, and is not over. */
export function canBeAnswered({ debtor, expiresAt }: FundsConfirmation, now: Date): boolean {
  if (!isReadable(debtor)) return false;
  // A date that is none is neither before nor after anything.
  return !expiresAt || (expiresAt > now && expiresAt.getUTCFullYear() <= now.getUTCFullYear() + LONGEST_YEARS);
}
