import type { Exchange } from "../consent-kinds/conversion";
import type { CrossBorderTerms } from "../consent-kinds/cross-border-terms";
import type { ConsentKind, ConsentSubject } from "../consent-kinds/index";
import type { AccountReference, PaymentTerms } from "../consent-kinds/payment-terms";
import type { AccountId, CustomerId } from "../shared/ids";
import type { Money } from "../shared/money";
import type { Mandate } from "../signers/mandate";
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
  /** Who has to agree before money leaves it; absent where any holder may alone. */
  readonly mandate?: Mandate;
}

export type UnavailableReason =
  | "closed"
  | "cannot-share"
  | "cannot-pay"
  | "other-currency"
  | "not-the-named-account"
  /** Others sign for it too, and only one is asked. */
  | "needs-signatures";

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
const payingIn = (account: BankAccount, { amount, debtor }: PaymentTerms & { readonly amount: Money }) =>
  payingFrom(account, [amount.currency], debtor);

function payingFrom(account: BankAccount, currencies: readonly string[], debtor: AccountReference | undefined) {
  if (!account.canPay) return "cannot-pay";
  if (!currencies.includes(account.balance.currency)) return "other-currency";
  return debtor && !isSameAccount(account.number, debtor) ? "not-the-named-account" : undefined;
}

/**
 * Abroad a payment leaves from an account in the currency of its amount. What is ordered in the payee's currency may leave
 * from an account in any other one where no rate is told, and else from one in the currency that the rate names beside it:
 * a rate that names the payee's alone does not say which account it is for.
 */
function payingAbroad(account: BankAccount, order: PayingAbroad) {
  const { amount, currencyOfTransfer, exchange } = order;
  const { currency } = account.balance;
  const isChanged =
    amount.currency === currencyOfTransfer && (exchange === undefined || currency === exchange.unitCurrency);
  return payingIn(account, isChanged ? { ...order, amount: { ...amount, currency } } : order);
}

type PayingAbroad = PaymentTerms &
  Pick<CrossBorderTerms, "currencyOfTransfer"> & { readonly amount: Money; readonly exchange?: Exchange };

const RULES: {
  readonly [Kind in ConsentKind]: (
    account: BankAccount,
    subject: Extract<ConsentSubject, { kind: Kind }>,
  ) => UnavailableReason | undefined;
} = {
  "account-access": (account) => (account.canShare ? undefined : "cannot-share"),
  "domestic-payment": payingIn,
  "domestic-scheduled-payment": payingIn,
  "domestic-standing-order": (account, order) => payingIn(account, { ...order, amount: order.first.amount }),
  "international-payment": payingAbroad,
  "international-scheduled-payment": payingAbroad,
  "international-standing-order": (account, order) => payingAbroad(account, { ...order, amount: order.first.amount }),
  "domestic-vrp": (account, { mostEachTime, debtor }) => payingFrom(account, [mostEachTime.currency], debtor),
  // Of what is in other currencies the bank changes the money.
  "file-payment": (account, { content, debtor }) =>
    payingFrom(
      account,
      content.totals.map(({ currency }) => currency),
      debtor,
    ),
  // It is asked about the account that was named and no other, and answers for what can be shared.
  "funds-confirmation": (account, { debtor }) => {
    if (!isSameAccount(account.number, debtor)) return "not-the-named-account";
    return account.canShare ? undefined : "cannot-share";
  },
};
