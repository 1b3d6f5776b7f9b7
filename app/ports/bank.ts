import type { BankAccount } from "~/domain/consent/offered-account";
import type { CustomerId } from "~/domain/shared/ids";
import type { CallContext } from "./authorization-server";

/** What we need of the bank's core. */
export interface Bank {
  /**
   * Every account that this customer holds now, closed ones too. Unknown customers hold none.
   *
   * @throws BankUnavailable when the bank is down, slow, or answers something that is not a list of accounts.
   */
  accountsOf(customer: CustomerId, context: CallContext): Promise<readonly BankAccount[]>;
  /**
   * How the bank reaches this customer now. Undefined for unknown customers.
   *
   * @throws BankUnavailable as `accountsOf` does.
   */
  contactOf(customer: CustomerId, context: CallContext): Promise<Contact | undefined>;
}

export interface Contact {
  readonly email?: string;
  /** The language that the customer chose, BCP 47. */
  readonly locale?: string;
}

export class BankUnavailable extends Error {
  override readonly name = "BankUnavailable";
}
