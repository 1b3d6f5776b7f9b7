import type { Account, Mandate } from "../../personas.ts";
import { holdersOf } from "../core/accounts.ts";
import type { Balances } from "../core/book.ts";
import { formatAmount } from "../core/money.ts";

/** One account as the bank's own systems see it. This is a wire shape: other services declare what they read of it. */
export interface AccountView {
  readonly id: string;
  readonly nickname: string;
  readonly kind: "current" | "savings" | "credit_card";
  readonly currency: string;
  readonly scheme: "sort_code_account_number" | "card";
  readonly number: string;
  /** In which capacity its owners hold it. */
  readonly profile: "personal" | "business";
  readonly holders: readonly { readonly customer_id: string; readonly name: string }[];
  readonly status: "open" | "closed";
  /** Whether a TPP may be given access to it. */
  readonly can_share: boolean;
  /** Whether a payment may leave it. */
  readonly can_pay: boolean;
  /** Why one of the two is false. */
  readonly unavailable_reason?: "closed" | "not_payment_account";
  readonly balance: { readonly amount: string; readonly currency: string; readonly overdrawn: boolean };
  /** Who has to sign before money leaves it; absent where any holder may alone. */
  readonly mandate?: MandateView;
}

interface MandateView {
  readonly signers: readonly { readonly customer: string; readonly name: string; readonly group: string }[];
  /** By amount, in rising order; the last one has no `upTo`. */
  readonly pay: readonly {
    readonly upTo?: { readonly amount: string; readonly currency: string };
    readonly anyOf: readonly Readonly<Record<string, number>>[];
  }[];
  /** Who has to agree before an app sees anything of it; absent where any holder may alone. */
  readonly share?: readonly Readonly<Record<string, number>>[];
  readonly vulnerable?: readonly string[];
}

const KINDS = { CurrentAccount: "current", Savings: "savings", CreditCard: "credit_card" } as const;

/** @param mandate as it is now. */
export function accountView(account: Account, balances: Balances, mandate = account.mandate): AccountView {
  const open = account.status === "Enabled";
  // PSD2 article 4(12): a payment account is one used for payment transactions; of ours only the current accounts are.
  const canPay = open && account.kind === "CurrentAccount";
  return {
    id: account.id,
    nickname: account.nickname,
    kind: KINDS[account.kind],
    currency: account.currency,
    scheme: account.kind === "CreditCard" ? "card" : "sort_code_account_number",
    number: account.number,
    profile: account.profile ?? "personal",
    holders: holdersOf(account).map(({ id, name }) => ({ customer_id: id, name })),
    status: open ? "open" : "closed",
    can_share: open,
    can_pay: canPay,
    ...(!canPay && { unavailable_reason: open ? ("not_payment_account" as const) : ("closed" as const) }),
    balance: {
      amount: formatAmount(balances.available),
      currency: account.currency,
      overdrawn: balances.available < 0,
    },
    ...(mandate && { mandate: mandateView(account, mandate) }),
  };
}

function mandateView(account: Account, { signers, pay, share, vulnerable }: Mandate): MandateView {
  const names = new Map(holdersOf(account).map(({ id, name }) => [id, name]));
  return {
    signers: signers.map(({ customer, group }) => ({ customer, name: names.get(customer) ?? "", group })),
    pay: pay.map(({ upTo, anyOf }) => ({
      ...(upTo !== undefined && { upTo: { amount: upTo, currency: account.currency } }),
      anyOf,
    })),
    ...(share && { share }),
    ...(vulnerable && { vulnerable }),
  };
}
