import type { AccountAccess } from "../consent-kinds/account-access";
import type { FundsConfirmation } from "../consent-kinds/funds-confirmation";
import type { ConsentSubject } from "../consent-kinds/index";
import { regularAmount } from "../consent-kinds/standing-order-terms";
import type { Money } from "../shared/money";

/**
 * The amounts that a yes lets leave the account, each by itself: what a mandate's bands are held against. Undefined where
 * no money leaves, and one holder's yes is enough.
 */
export function amountsSigned(subject: ConsentSubject): readonly Money[] | undefined {
  if ("amount" in subject) return [subject.amount];
  if ("mostEachTime" in subject) return [subject.mostEachTime];
  if ("content" in subject) return subject.content.totals;
  if ("rhythm" in subject) {
    const { first, final } = subject;
    return [first.amount, regularAmount(subject), ...(final?.amount ? [final.amount] : [])];
  }
  // Of a kind that says its amounts otherwise, nobody may say yes alone by mistake.
  subject satisfies AccountAccess | FundsConfirmation;
  return undefined;
}
