import type { AccountAccess } from "../consent-kinds/account-access";
import type { FundsConfirmation } from "../consent-kinds/funds-confirmation";
import type { ConsentSubject } from "../consent-kinds/index";
import { regularAmount } from "../consent-kinds/standing-order-terms";
import type { Signed } from "./mandate";

/** What a mandate is held against: the amounts that a yes lets leave the account, each by itself, or its data. */
export function whatIsSigned(subject: ConsentSubject): Signed {
  if ("amount" in subject) return [subject.amount];
  if ("mostEachTime" in subject) return [subject.mostEachTime];
  if ("content" in subject) return subject.content.totals;
  if ("rhythm" in subject) {
    const { first, final } = subject;
    return [first.amount, regularAmount(subject), ...(final?.amount ? [final.amount] : [])];
  }
  // Of a kind that says its amounts otherwise, nobody may say yes alone by mistake. Whether there is enough on an account
  // is data of it, as all else that an app learns of it is (P-08).
  subject satisfies AccountAccess | FundsConfirmation;
  return "data";
}
