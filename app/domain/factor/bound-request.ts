import { type ConsentSubject, payeeOf } from "../consent-kinds/index";
import type { Payee } from "../consent-kinds/payment-terms";
import { canonicalText } from "../evidence/canonical-text";
import type { AccountId, VisitId } from "../shared/ids";
import { decimalOf, type Money } from "../shared/money";

/** What a factor is bound to: an answer to it is a yes to this and to nothing else (RTS 2018/389, article 5; B-05). */
export interface BoundRequest {
  /** Of this one asking, so that no answer counts for another. */
  readonly nonce: string;
  readonly visit: VisitId;
  readonly payloadHash: string;
  readonly shownHash: string;
  readonly accountIds: readonly AccountId[];
  readonly amounts: readonly Money[];
  readonly payee?: Payee;
}

/** What is hashed to be the challenge of the factor. */
export function challengeText({ amounts, accountIds, ...rest }: BoundRequest): string {
  return canonicalText({
    ...rest,
    accountIds: [...accountIds].sort(),
    amounts: amounts.map((amount) => ({ decimal: decimalOf(amount), currency: amount.currency })),
  });
}

/** How much, and to whom: the amounts and the payee of which the customer must be aware; none of either for data. */
export function moneyIn(subject: ConsentSubject): Pick<BoundRequest, "amounts" | "payee"> {
  const payee = payeeOf(subject);
  return { amounts: amountsOf(subject), ...(payee && { payee }) };
}

function amountsOf(subject: ConsentSubject): readonly Money[] {
  switch (subject.kind) {
    case "account-access":
    case "funds-confirmation":
      return [];
    case "domestic-vrp":
      return [subject.mostEachTime, ...subject.limits.map(({ amount }) => amount)];
    case "file-payment":
      return subject.content.totals;
    default:
      return "rhythm" in subject
        ? [subject.first, subject.recurring, subject.final].flatMap((part) => part?.amount ?? [])
        : [subject.amount];
  }
}
