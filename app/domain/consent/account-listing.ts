import { inProfile } from "./account-profile";
import { searchFor } from "./account-search";
import type { Draft } from "./draft";
import type { BankAccount, OfferedAccount } from "./offered-account";

/** From how many accounts on they can be searched (S-04). */
const SEARCH_FROM = 10;
/** How many accounts a page shows before one asks for more (I-32). */
export const PART = 50;
const KINDS: readonly BankAccount["kind"][] = ["current", "savings", "credit-card"];

/** Which of the accounts that can be chosen are on the page, in the bank's order and by kind. */
export interface AccountListing {
  /** How many can be chosen from, on the page or not. */
  readonly total: number;
  /** Present where there are so many that they can be searched. */
  readonly search?: { readonly find: string; readonly found?: number };
  /** Chosen, and not among those that the search or the part shows: nothing that is chosen is out of sight. */
  readonly alsoChosen: readonly BankAccount[];
  /** One group has no name: there is nothing to tell it from (S-04). */
  readonly groups: readonly { readonly kind?: BankAccount["kind"]; readonly accounts: readonly BankAccount[] }[];
  /** How many more would be shown by another part, and by all of them. */
  readonly more?: { readonly next: number; readonly left: number };
}

/**
 * @param draft what the customer did on the page so far.
 * @param saidOf everything that the page says of an account, in which a search looks.
 */
export function listAccounts(
  offered: readonly OfferedAccount[],
  draft: Partial<Draft>,
  saidOf: (account: BankAccount) => string,
): AccountListing {
  const all = inProfile(offered, draft.profile).flatMap(({ account, unavailable }) => (unavailable ? [] : account));
  const searchable = all.length >= SEARCH_FROM;
  const matches = searchable ? searchFor(draft.find) : undefined;
  const grouped = KINDS.filter((kind) => all.some((account) => account.kind === kind));
  const inOrder = grouped.flatMap((kind) => all.filter((account) => account.kind === kind));
  const found = matches ? inOrder.filter((account) => matches(saidOf(account))) : inOrder;
  const shown = found.slice(0, PART * (draft.parts ?? 1));
  const left = found.length - shown.length;
  const chosen = new Set(draft.chosen);
  return {
    total: all.length,
    ...(searchable && { search: { find: matches ? (draft.find ?? "") : "", ...(matches && { found: found.length }) } }),
    alsoChosen: inOrder.filter((account) => chosen.has(account.id) && !shown.includes(account)),
    groups:
      grouped.length < 2
        ? [{ accounts: shown }]
        : grouped
            .map((kind) => ({ kind, accounts: shown.filter((account) => account.kind === kind) }))
            .filter(({ accounts }) => accounts.length > 0),
    ...(left > 0 && { more: { next: Math.min(PART, left), left } }),
  };
}
