import type { ConsentFilter, SearchAsked, Sense } from "~/domain/search/consent-filter";
import type { CustomerId } from "~/domain/shared/ids";
import type { ConsentSearch, SearchedBy, SearchPage } from "~/ports/consent-search";
import { type Understood, understandSearch } from "./understand-search";

/** As many fit on a page. */
export const PAGE_SIZE = 50;
/** Nobody needs to know how many more. */
const COUNT_LIMIT = 10_000;

export interface SearchResult extends Understood {
  readonly page: SearchPage | "too-wide";
  /** {@link COUNT_LIMIT} stands for as many or more; undefined where counting took too long. */
  readonly count?: number;
  /** Of customers, where it is on record who looked for one: a list of other consents has their numbers alone. */
  readonly names: ReadonlyMap<CustomerId, string>;
}

/** Who looks, under which id. */
export type Searcher = Pick<SearchedBy, "staff" | "correlationId">;

/** Whether it is looked for by whose a consent is, which is written down. */
function bySomebody({ customer, account }: ConsentFilter, sense?: Sense): SearchedBy["by"] | undefined {
  if (customer !== undefined) return "customer";
  if (account !== undefined) return "account";
  return sense === "name" || sense === "customer" ? sense : undefined;
}

const NOTHING: SearchPage = { consents: [] };

/**
 * The consents that staff look for, a page of them, and how many there are.
 *
 * @throws DeskUnavailable
 */
export const searchConsents = ({ search }: { readonly search: ConsentSearch }) => {
  const understand = understandSearch({ search });
  return async ({ filter, order, from }: SearchAsked, who: Searcher): Promise<SearchResult> => {
    const understood = await understand(filter);
    const { found, taken } = understood;
    const by = bySomebody(filter, taken?.sense);
    // Every page of it: which one is the first, an address says that anybody can write.
    if (by) await search.searchedBy({ ...who, by });
    if (typeof found === "string") return { ...understood, page: NOTHING, count: 0, names: new Map() };
    const [page, count] = await Promise.all([
      search.page(found, { order, size: PAGE_SIZE, ...(from && { from }) }),
      search.count(found, COUNT_LIMIT),
    ]);
    const shown = page === "too-wide" ? [] : page.consents.flatMap(({ customer }) => customer ?? []);
    const asked = filter.customer === undefined ? shown : [...shown, filter.customer];
    const names = by ? await search.namesOf([...new Set(asked)]) : new Map<CustomerId, string>();
    return { ...understood, page, ...(count !== undefined && { count }), names };
  };
};
