import type { SearchAsked } from "~/domain/search/consent-filter";
import type { CustomerId } from "~/domain/shared/ids";
import type { ConsentSearch, SearchPage } from "~/ports/consent-search";
import { type Understood, understandSearch } from "./understand-search";

/** As many fit on a page. */
export const PAGE_SIZE = 50;
/** Nobody needs to know how many more. */
export const COUNT_LIMIT = 10_000;

export interface SearchResult extends Understood {
  readonly page: SearchPage | "too-wide";
  /** {@link COUNT_LIMIT} stands for as many or more; undefined where counting took too long. */
  readonly count?: number;
  readonly names: ReadonlyMap<CustomerId, string>;
}

const NOTHING: SearchPage = { consents: [] };

/**
 * The consents that staff look for, a page of them, and how many there are.
 *
 * @throws DeskUnavailable
 */
export const searchConsents = ({ search }: { readonly search: ConsentSearch }) => {
  const understand = understandSearch({ search });
  return async ({ filter, order, from }: SearchAsked): Promise<SearchResult> => {
    const understood = await understand(filter);
    const { found } = understood;
    if (typeof found === "string") return { ...understood, page: NOTHING, count: 0, names: new Map() };
    const [page, count] = await Promise.all([
      search.page(found, { order, size: PAGE_SIZE, ...(from && { from }) }),
      search.count(found, COUNT_LIMIT),
    ]);
    const shown = page === "too-wide" ? [] : page.consents.flatMap(({ customer }) => customer ?? []);
    const asked = filter.customer === undefined ? shown : [...shown, filter.customer];
    const names = await search.namesOf([...new Set(asked)]);
    return { ...understood, page, ...(count !== undefined && { count }), names };
  };
};
