import type { BankAccount } from "../consent/offered-account";
import type { ConsentSubject } from "../consent-kinds/index";
import type { AccountId, CustomerId } from "../shared/ids";
import type { Mandate, MandateStanding } from "./mandate";
import { signingOf } from "./signatures-awaited";

/** What one yes comes to for all the accounts that were chosen with it. */
export type AccountsSigning =
  | { readonly is: "enough" | "not-theirs-to-sign" }
  /** Different people would have to agree to them, and none of them is to learn of the others' (D-14). */
  | { readonly is: "of-different-people" }
  | { readonly is: "one-of-several"; readonly standing: MandateStanding; readonly accountIds: readonly AccountId[] };

/** The others are asked once, about all the accounts that are theirs to agree to: so they have to be the same people's. */
export function signingOfAll(
  subject: ConsentSubject,
  accounts: readonly BankAccount[],
  customer: CustomerId,
): AccountsSigning {
  const signings = accounts.map((account) => ({ account, ...signingOf(subject, account.mandate, customer) }));
  if (signings.some(({ is }) => is === "not-theirs-to-sign")) return { is: "not-theirs-to-sign" };
  const waiting = signings.flatMap((each) => (each.is === "one-of-several" ? [each] : []));
  const [first] = waiting;
  if (!first) return { is: "enough" };
  if (!mandateOfAll(waiting.map(({ account }) => account))) return { is: "of-different-people" };
  return { is: "one-of-several", standing: first.standing, accountIds: waiting.map(({ account }) => account.id) };
}

/** The mandate of them all; undefined where they have none in common. */
export function mandateOfAll(accounts: readonly BankAccount[]): Mandate | undefined {
  const [first, ...others] = accounts.map(({ mandate }) => mandate);
  return first && others.every((other) => other && isAlike(first, other)) ? first : undefined;
}

const isAlike = (one: Mandate, other: Mandate) => JSON.stringify(ruleOf(one)) === JSON.stringify(ruleOf(other));

/** Of what is shared: a payment leaves from one account. */
const ruleOf = ({ signers, share = [] }: Mandate) => ({
  signers: signers.map(({ customer, group }) => `${customer} ${group}`).sort(),
  share: share.map((rule) => JSON.stringify(Object.entries(rule).sort())).sort(),
});
