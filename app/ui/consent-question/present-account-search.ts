import type { AccountListing } from "~/domain/consent/account-listing";
import { isolated } from "~/domain/shared/isolated-text";
import { plainText } from "~/domain/shared/plain-text";
import type { Words } from "~/i18n/words";
import type { AccountChoiceView } from "../account-choice-view";

/** The box to search in, and what the last search found. */
export function presentAccountSearch(
  { search }: AccountListing,
  { choosing }: Words,
): Pick<AccountChoiceView, "search"> {
  if (!search) return {};
  const { find, found } = search;
  const result = found === 0 ? choosing.noneFound(isolated(plainText(find) ?? "")) : choosing.found(found ?? 0);
  return {
    search: {
      label: choosing.find,
      hint: choosing.findHint,
      find,
      button: choosing.search,
      ...(found !== undefined && { result: { text: result, clear: choosing.clear } }),
    },
  };
}
