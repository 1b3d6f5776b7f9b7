import type { BankAccount } from "~/domain/consent/offered-account";
import type { PayeeCheck } from "~/domain/consent-kinds/payee-check";
import type { FundsAnswer, Newest, PaymentMade } from "~/domain/consent-kinds/uses";
import type { VrpUse } from "~/domain/consent-kinds/vrp-use";
import { type Example, NO_EXAMPLE } from "~/domain/preview/example";
import { type Bank, BankUnavailable, type Contact, type SignaturesTold } from "~/ports/bank";

/** A bank in this process, with the accounts it is given; down on command. */
export interface InMemoryBank extends Bank {
  down: boolean;
  accounts: readonly BankAccount[];
  contacts: Readonly<Record<string, Contact>>;
  /** By account. */
  examples: Readonly<Record<string, Example>>;
  payeeCheck: PayeeCheck;
  /** By consent. */
  vrpUse: Readonly<Record<string, VrpUse>>;
  /** By consent; none where there is no entry. */
  payments: Readonly<Record<string, Newest<PaymentMade>>>;
  fundsAnswers: Readonly<Record<string, Newest<FundsAnswer>>>;
  /** What it was told, in order. */
  readonly signatures: (readonly [consent: string, told: SignaturesTold])[];
}

export function createInMemoryBank(accounts: readonly BankAccount[]): InMemoryBank {
  const bank: InMemoryBank = {
    down: false,
    accounts,
    contacts: {},
    examples: {},
    payeeCheck: { result: "unavailable" },
    vrpUse: {},
    payments: {},
    fundsAnswers: {},
    signatures: [],
    async accountsOf(customer) {
      if (bank.down) throw new BankUnavailable("told to be down");
      return bank.accounts.filter((account) => account.holders.some((holder) => holder.customer === customer));
    },
    async contactOf(customer) {
      if (bank.down) throw new BankUnavailable("told to be down");
      return bank.contacts[customer];
    },
    async exampleOf(customer, account) {
      const owned = (await bank.accountsOf(customer, { correlationId: "" })).some(({ id }) => id === account);
      if (!owned) throw new BankUnavailable("not an account of this customer");
      return bank.examples[account] ?? NO_EXAMPLE;
    },
    async checkPayee() {
      return bank.down ? { result: "unavailable" } : bank.payeeCheck;
    },
    async vrpUseOf(_customer, consent) {
      return bank.down ? undefined : bank.vrpUse[consent];
    },
    async paymentsOf(_customer, consent) {
      return bank.down ? undefined : (bank.payments[consent] ?? NONE);
    },
    async fundsAnswersOf(_customer, consent) {
      return bank.down ? undefined : (bank.fundsAnswers[consent] ?? NONE);
    },
    async tellOfSignatures(consent, told) {
      if (bank.down) throw new BankUnavailable("told to be down");
      bank.signatures.push([consent, told]);
    },
  };
  return bank;
}

const NONE = { items: [], total: 0 } as const;
