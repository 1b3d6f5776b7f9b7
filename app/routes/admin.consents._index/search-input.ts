import type { Sense } from "~/domain/search/consent-filter";
import type { ConsentId, CustomerId } from "~/domain/shared/ids";
import type { ClientNamed, SearchPage } from "~/ports/consent-search";

/** What the page is made of; the use-case's answer has this shape. */
export interface SearchInput {
  readonly meanings: readonly { readonly sense: Sense; readonly count: number }[];
  readonly taken?: { readonly sense: Sense; readonly count: number };
  readonly exactly?: ConsentId;
  readonly found: object | "nothing" | "too-many";
  readonly clients: readonly ClientNamed[];
  readonly page: SearchPage | "too-wide";
  readonly count?: number;
  readonly names: ReadonlyMap<CustomerId, string>;
}
