import type { DomesticVrp, PeriodicLimit } from "~/domain/consent-kinds/domestic-vrp";
import { type ConsentSubject, payeeOf } from "~/domain/consent-kinds/index";
import { regularAmount } from "~/domain/consent-kinds/standing-order-terms";
import { isolated } from "~/domain/shared/isolated-text";
import { plainText } from "~/domain/shared/plain-text";
import { formatsFor } from "~/i18n/formats";
import type { Words } from "~/i18n/words";
import { presentLimit } from "~/ui/present-limit";

/** How much is paid and to whom, in one line (D-17): what tells one payment from another. Undefined for what pays nothing. */
export function presentGist(subject: ConsentSubject, words: Words): string | undefined {
  const { pays } = words.dashboard.lists;
  const { money, list } = formatsFor(words.locale);
  const name = plainText(payeeOf(subject)?.name, LONGEST_NAME);
  const to = (said: string, withPayee: (said: string, payee: string) => string) =>
    name === undefined ? said : withPayee(said, isolated(name));
  // By what a kind says, so that one more kind is told without a line here.
  if ("limits" in subject) return to(presentLimit(largestLimit(subject), words), pays.within);
  if ("rhythm" in subject) return to(money(regularAmount(subject)), pays.eachTime);
  if ("content" in subject) {
    const { count, totals } = subject.content;
    return pays.many(words.filePayment.payments(count), list(totals.map(money)));
  }
  return "amount" in subject ? to(money(subject.amount), pays.once) : undefined;
}

const LONGEST_NAME = 120;

/** The most that it may ever take in one stretch of time; there is one at least ({@link canBeAllowed}). */
const largestLimit = ({ limits }: DomesticVrp): PeriodicLimit =>
  limits.reduce((largest, limit) => (limit.amount.minor > largest.amount.minor ? limit : largest));
