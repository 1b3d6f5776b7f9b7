import type { KeptScope, SearchScope } from "~/domain/revocation/revocation-scope";
import { type SearchOrder, searchReadOf } from "~/domain/search/consent-filter";
import { withoutNames } from "~/domain/search/named-filter";
import { asAccountId, asClientId, asConsentId, asCustomerId } from "~/domain/shared/ids";
import type { FoundScope } from "~/ports/bulk-revocations";
import type { Narrowed } from "~/ports/consent-search";
import type { CustomerCipher, CustomerVault } from "~/ports/customer-vault";

/** A search as a list keeps it: what it was narrowed by, without names, and whom and what its text meant at that moment. */
export interface KeptSearch {
  readonly query: string;
  readonly order: SearchOrder;
  readonly consents?: readonly string[];
  readonly clients?: readonly string[];
  /** Pseudonyms: erased, they mean nobody. */
  readonly customers?: readonly string[];
}

/** @returns what is kept of it, with the ciphers of the customers whom it means. */
export async function keptSearch(
  { filter, order, found }: Extract<FoundScope, { readonly by: "search" }>,
  vault: CustomerVault,
): Promise<{ kept: KeptSearch; ciphers: readonly CustomerCipher[] }> {
  const { customer } = filter;
  const named = found.customers ?? (customer === undefined ? undefined : [customer]);
  const ciphers: CustomerCipher[] = [];
  for (const each of named ?? []) if (customer === undefined || each === customer) ciphers.push(await vault.of(each));
  const kept = {
    query: withoutNames(filter).toString(),
    order,
    ...(found.consents && { consents: found.consents }),
    ...(found.clients && { clients: found.clients }),
    ...(named && { customers: ciphers.map(({ ref }) => ref) }),
  };
  return { kept, ciphers };
}

/**
 * What is to be found by it, of what is live.
 *
 * @param customers those of its pseudonyms who are still somebody.
 */
export function narrowedBy(search: KeptSearch, account: string | null, customers: readonly string[]): Narrowed {
  const { text: _text, as: _as, customer: _customer, ...filter } = filterOf(search);
  return {
    // Of an account that was erased nothing is found, and not everything.
    filter: { ...filter, ...(filter.account !== undefined && { account: asAccountId(account ?? "") }) },
    ...(search.consents && { consents: search.consents.map(asConsentId) }),
    ...(search.clients && { clients: search.clients.map(asClientId) }),
    ...(search.customers && { customers: customers.map(asCustomerId) }),
  };
}

/** For whoever looks at the list: the one customer and the account, while they are not erased. */
export function shownSearch(search: KeptSearch, account: string | null, customer: string | null): KeptScope {
  const filter = filterOf(search);
  return {
    by: "search",
    filter: {
      ...filter,
      ...(filter.customer !== undefined && customer !== null && { customer: asCustomerId(customer) }),
      ...(filter.account !== undefined && account && { account: asAccountId(account) }),
    },
  };
}

function filterOf({ query }: KeptSearch): SearchScope["filter"] {
  const read = searchReadOf(new URLSearchParams(query));
  // Nothing may be left out of it: what is left would reach more.
  if (!read || read.ignored.length > 0) throw new Error("a search that was kept is not one any more");
  return read.asked.filter;
}
