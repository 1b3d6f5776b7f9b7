import type { AccountId, CustomerId } from "~/domain/shared/ids";
import type { CallContext } from "./authorization-server";

/**
 * What staff look for and only the bank's core knows.
 *
 * @throws BankUnavailable from every method
 */
export interface BankSearch {
  /** The account that has this number or IBAN, which goes nowhere but to the bank; also closed ones. */
  accountNumbered(number: string, context: CallContext): Promise<AccountFound | undefined>;
  /** The account of this id. */
  accountOf(id: AccountId, context: CallContext): Promise<AccountFound | undefined>;
  /** What the bank calls a customer; undefined for one whom it does not know. */
  nameOf(customer: CustomerId, context: CallContext): Promise<string | undefined>;
}

export interface AccountFound {
  readonly id: AccountId;
  /** Its last four digits. */
  readonly ends: string;
}
