import type { ConsentKind, ConsentSubject } from "../consent-kinds/index";
import type { AccountReference, PaymentTerms } from "../consent-kinds/payment-terms";
import type { AccountId, CustomerId } from "../shared/ids";
import type { Money } from "../shared/money";
import { isSameAccount } from "./account-number";
import type { Profile } from "./draft";

/** An account of the customer, as the bank describes it now. */
export interface BankAccount {
  readonly id: AccountId;
  readonly nickname: string;
  readonly kind: "current" | "savings" | "credit-card";
  readonly number: AccountReference;
  /** In which capacity its customer holds it; absent where the bank makes no difference. */
  readonly profile?: Profile;
  readonly holders: readonly { readonly customer: CustomerId; readonly name: string }[];
  readonly open: boolean;
  readonly canShare: boolean;
  readonly canPay: boolean;
  readonly balance: Money;
}

export type UnavailableReason = "closed" | "cannot-share" | "cannot-pay" | "other-currency" | "not-the-named-account";

/** An account on the page: to choose, or shown with the reason why not (P-07). */
export interface OfferedAccount {
  readonly account: BankAccount;
  readonly unavailable?: UnavailableReason;
}

/** Which of the customer's accounts this request may touch. A named debtor leaves only that one (S-02). */
export function offerAccounts(accounts: readonly BankAccount[], subject: ConsentSubject): readonly OfferedAccount[] {
  return accounts.map((account) => {
    const unavailable = reasonAgainst(account, subject);
    return unavailable ? { account, unavailable } : { account };
  });
}

const reasonAgainst = (account: BankAccount, subject: ConsentSubject): UnavailableReason | undefined => {
  if (!account.open) return "closed";
  return RULES[subject.kind](account, subject as never);
};

/** Within the country a payment leaves from an account in its own currency. */
function payingIn(account: BankAccount, { amount, debtor }: PaymentTerms & { readonly amount: Money }) {
  if (!account.canPay) return "cannot-pay";
  if (account.balance.currency !== amount.currency) return "other-currency";
  return debtor && !isSameAccount(account.number, debtor) ? "not-the-named-account" : undefined;
}

const RULES: {
  readonly [Kind in ConsentKind]: (
    account: BankAccount,
    subject: Extract<ConsentSubject, { kind: Kind }>,
  ) => UnavailableReason | undefined;
} = {
  "account-access": (account) => (account.canShare ? undefined : "cannot-share"),
  "domestic-payment": payingIn,
  "domestic-scheduled-payment": payingIn,
};
