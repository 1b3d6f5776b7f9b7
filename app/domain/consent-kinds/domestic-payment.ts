import type { Money } from "../shared/money";

/** One payment within the country, now (UK domestic-payment-consents). */
export interface DomesticPayment {
  readonly kind: "domestic-payment";
  readonly amount: Money;
  readonly payee: AccountReference & { readonly name: string };
  /** What the payee will see. */
  readonly reference?: string;
  /** The account to pay from, when the TPP named one: shown and locked (S-02); the customer must own it. */
  readonly debtor?: AccountReference;
  readonly charges: readonly Charge[];
}

/** An account by the number that people know it by. */
export interface AccountReference {
  readonly scheme: "sort-code-account-number" | "iban" | "card" | "other";
  readonly identification: string;
}

export interface Charge {
  readonly bearer: "you" | "payee" | "shared" | "by-agreement";
  readonly amount: Money;
}
