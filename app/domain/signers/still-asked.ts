import type { BankAccount } from "../consent/offered-account";
import type { CustomerId } from "../shared/ids";
import type { Signer } from "./mandate";

/**
 * Who has yet to sign, by the names that the bank gives them: of those who were asked, whoever signs for one of the
 * accounts now. It is said of everybody alike: to whom nothing is sent, and why, is nobody else's to know (P-31).
 *
 * @param accountIds those that it is about.
 */
export function stillAsked(
  asked: readonly CustomerId[],
  accounts: readonly BankAccount[],
  accountIds: readonly string[],
): readonly Signer[] {
  const signers = accounts
    .filter(({ id }) => accountIds.includes(id))
    .flatMap(({ mandate }) => mandate?.signers ?? [])
    .filter(({ customer }) => asked.includes(customer));
  return [...new Map(signers.map((signer) => [signer.customer, signer])).values()];
}
