import type { BankAccount } from "~/domain/consent/offered-account";
import { type Bank, BankUnavailable, type Contact } from "~/ports/bank";

/** A bank in this process, with the accounts it is given; down on command. */
export interface InMemoryBank extends Bank {
  down: boolean;
  accounts: readonly BankAccount[];
  contacts: Readonly<Record<string, Contact>>;
}

export function createInMemoryBank(accounts: readonly BankAccount[]): InMemoryBank {
  const bank: InMemoryBank = {
    down: false,
    accounts,
    contacts: {},
    async accountsOf(customer) {
      if (bank.down) throw new BankUnavailable("told to be down");
      return bank.accounts.filter((account) => account.holders.some((holder) => holder.customer === customer));
    },
    async contactOf(customer) {
      if (bank.down) throw new BankUnavailable("told to be down");
      return bank.contacts[customer];
    },
  };
  return bank;
}
