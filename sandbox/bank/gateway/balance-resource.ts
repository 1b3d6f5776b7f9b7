import type { Account } from "../../personas.ts";
import type { Balances } from "../core/book.ts";
import { formatAmount, type Minor } from "../core/money.ts";
import type { ApiVersion } from "./api-version.ts";

/** The standard has no minus sign: zero counts as credit. */
export const indicator = (amount: Minor): "Credit" | "Debit" => (amount < 0 ? "Debit" : "Credit");

export const BOOKED = { "v3.1": "InterimBooked", "v4.0": "ITBD" } as const;
const AVAILABLE = { "v3.1": "InterimAvailable", "v4.0": "ITAV" } as const;

/** The two balances of an account, as items of `OBReadBalance1`. */
export function balanceResources(account: Account, balances: Balances, asOf: Date, version: ApiVersion): object[] {
  const balance = (amount: Minor, type: string) => ({
    AccountId: account.id,
    CreditDebitIndicator: indicator(amount),
    Type: type,
    DateTime: asOf.toISOString(),
    Amount: { Amount: formatAmount(amount), Currency: account.currency },
  });
  return [balance(balances.booked, BOOKED[version]), balance(balances.available, AVAILABLE[version])];
}
