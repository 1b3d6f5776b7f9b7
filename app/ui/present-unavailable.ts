import type { OfferedAccount } from "~/domain/consent/offered-account";
import type { Words } from "~/i18n/words";
import { maskedNumber, nicknameOf } from "./present-account";
import type { StopPageView } from "./stop-page-view";

/** The customer's accounts with the reason why each cannot be used, so that "none" is explained (S-08). */
export function presentUnavailable(
  offered: readonly OfferedAccount[],
  words: Words,
): { accounts?: NonNullable<StopPageView["accounts"]> } {
  const rows = offered.flatMap(({ account, unavailable }) => {
    if (!unavailable) return [];
    const number = maskedNumber(account.number);
    return {
      id: account.id,
      nickname: nicknameOf(account, words),
      kind: words.account.kinds[account.kind],
      number: number.shown,
      spokenNumber: words.account.ending(number.digits),
      notes: [],
      reason: words.account.unavailable[unavailable].reason,
    };
  });
  return rows.length > 0 ? { accounts: { title: words.stop.noAccount.accounts, rows } } : {};
}
