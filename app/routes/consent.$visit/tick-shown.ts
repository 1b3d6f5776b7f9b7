import { listAccounts } from "~/domain/consent/account-listing";
import type { Words } from "~/i18n/words";
import type { Visit } from "~/ports/consent-desk";
import { searchedIn } from "~/ui/present-account";
import { services } from "~/web/services.server";
import { accountsShown } from "./accounts-shown";

/**
 * Every account that was on the page, ticked beside those that were already. Where others would be there by now, none of
 * them is: the customer sees them first (N-10).
 *
 * @param shown names the accounts that were on the page.
 */
export async function tickShown(
  visit: Visit,
  ticked: readonly string[],
  shown: string,
  words: Words,
): Promise<readonly string[]> {
  const view = await services().viewConsentRequest(visit);
  if (view.state === "answered") return ticked;
  const { offered, request, draft = {} } = view;
  const { groups } = listAccounts(offered, draft, (account) => searchedIn(account, request.customer, words));
  const accounts = groups.flatMap((group) => group.accounts);
  return accountsShown(accounts) === shown ? [...new Set([...ticked, ...accounts.map(({ id }) => id)])] : ticked;
}
