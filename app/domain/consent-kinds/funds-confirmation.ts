import type { AccountReference } from "./payment-terms";

/** Yes or no to "is there this much in the account?", for a card issuer (UK funds-confirmation-consents). */
export interface FundsConfirmation {
  readonly kind: "funds-confirmation";
  /** The one account that is asked about; the TPP names it and the customer must own it. */
  readonly debtor: AccountReference & { readonly name?: string };
  /** Absent: until the customer stops it. */
  readonly expiresAt?: Date;
}
