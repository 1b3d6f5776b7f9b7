import type { BankAccount } from "~/domain/consent/offered-account";
import { type Bank, BankUnavailable } from "~/ports/bank";

/** A bank in this process, with the accounts it is given; down on command. */
export interface InMemoryBank extends Bank {
  down: boolean;
  accounts: readonly BankAccount[];
}

export function createInMemoryBank(accounts: readonly BankAccount[]): InMemoryBank {
  const bank: InMemoryBank = {
    down: false,
    accounts,
    async accountsOf(customer) {
      if (bank.down) throw new BankUnavailable("told to be down");
      return bank.accounts.filter((account) => account.holders.some((holder) => holder.customer === customer));
    },
  };
  return bank;
}
