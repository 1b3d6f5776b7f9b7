import { listAccounts } from "~/domain/consent/account-listing";
import type { Words } from "~/i18n/words";
import { accountsShown } from "~/ui/consent-question/accounts-shown";
import { searchedIn } from "~/ui/present-account";
import type { ConsentView } from "~/use-cases/view-consent-request";

/**
 * Every account that was on the page, ticked beside those that were already. Where others would be there by now, none of
 * them is: the customer sees them first (N-10).
 *
 * @param view what the page would be made of now.
 * @param shown names the accounts that were on it.
 */
export function tickShown(
  view: ConsentView,
  ticked: readonly string[],
  shown: string,
  words: Words,
): readonly string[] {
  if (view.state === "answered") return ticked;
  const { offered, request, draft = {} } = view;
  const { groups } = listAccounts(offered, draft, (account) => searchedIn(account, request, words));
  const accounts = groups.flatMap((group) => group.accounts);
  return accountsShown(accounts) === shown ? [...new Set([...ticked, ...accounts.map(({ id }) => id)])] : ticked;
}
