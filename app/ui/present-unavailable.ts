import type { BankAccount, OfferedAccount, UnavailableReason } from "~/domain/consent/offered-account";
import type { Words } from "~/i18n/words";
import type { UnavailableRow, UnavailableView } from "./account-choice-view";

/** Up to so many have each its own reason beside it. */
const FEW = 5;
/** Of those with one reason, as many as anybody reads. */
const LISTED = 20;

interface Options {
  readonly title: string;
  readonly describe: (account: BankAccount) => UnavailableRow;
  /** What to do instead: said where there is something to choose instead. */
  readonly withRemedy: boolean;
}

/** The customer's accounts that cannot be used, each with the reason why (P-07); undefined when there are none. */
export function presentUnavailable(
  offered: readonly OfferedAccount[],
  words: Words,
  { title, describe, withRemedy }: Options,
): UnavailableView | undefined {
  const entries = offered.flatMap(({ account, unavailable }) => (unavailable ? { account, unavailable } : []));
  if (entries.length === 0) return undefined;
  const sentence = (said: string, because: UnavailableReason) =>
    withRemedy ? `${said} ${words.account.unavailable[because].remedy}` : said;
  if (entries.length <= FEW) {
    const rows = entries.map(({ account, unavailable }) => ({
      ...describe(account),
      reason: sentence(words.account.unavailable[unavailable].reason, unavailable),
    }));
    return { title, groups: [{ rows }] };
  }
  const groups = [...new Set(entries.map(({ unavailable }) => unavailable))].map((because) => {
    const own = entries.filter(({ unavailable }) => unavailable === because);
    return {
      reason: sentence(words.choosing.unavailable[because], because),
      rows: own.slice(0, LISTED).map(({ account }) => describe(account)),
      ...(own.length > LISTED && { left: words.choosing.andMore(own.length - LISTED) }),
    };
  });
  return { title, groups };
}
