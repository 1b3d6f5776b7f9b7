import type { ConsentFilter, SearchAsked } from "~/domain/search/consent-filter";
import type { ClientId, ConsentId, CustomerId, StaffId } from "~/domain/shared/ids";
import type { Position } from "~/domain/shared/position";
import type { RegisteredConsent } from "./consent-register";

/**
 * All consents, for staff who look for some of them. What is asked for is served by an index; whatever still takes too long
 * is given up, and said.
 *
 * @throws DeskUnavailable from every method
 */
export interface ConsentSearch {
  /** In the order of their ids. */
  consentsBeginning(prefix: string, limit: number): Promise<readonly ConsentId[]>;
  customersBeginning(prefix: string, limit: number): Promise<readonly CustomerId[]>;
  /** Those whose name has all of these parts, in no order. */
  customersNamed(parts: readonly string[], limit: number): Promise<readonly CustomerId[]>;
  /** Every TPP with a consent, by the name that its newest one has. */
  clients(): Promise<readonly ClientNamed[]>;
  /** As the bank last told them; those whose name is not known are not among them. */
  namesOf(customers: readonly CustomerId[]): Promise<ReadonlyMap<CustomerId, string>>;
  page(found: Narrowed, asked: PageAsked): Promise<SearchPage | TooWide>;
  /**
   * How many there are, and `limit` for as many or more; undefined when nobody could count them in time.
   *
   * @param patient when somebody waits for just that.
   */
  count(found: Narrowed, limit: number, patient?: "patient"): Promise<number | undefined>;
  /** Writes down that somebody looked for consents by whose they are. */
  searchedBy(by: SearchedBy): Promise<void>;
}

export interface ClientNamed {
  readonly clientId: ClientId;
  readonly name?: string;
}

export interface SearchedBy {
  readonly staff: StaffId;
  readonly by: "name" | "customer" | "account";
  readonly correlationId: string;
}

/** A filter whose text has been found to mean these. */
export interface Narrowed {
  readonly filter: Omit<ConsentFilter, "text" | "as">;
  readonly consents?: readonly ConsentId[];
  readonly customers?: readonly CustomerId[];
  readonly clients?: readonly ClientId[];
}

export interface PageAsked extends Pick<SearchAsked, "order" | "from"> {
  readonly size: number;
}

export interface SearchPage {
  readonly consents: readonly RegisteredConsent[];
  /** Where the pages beside this one begin. */
  readonly newer?: Position;
  readonly older?: Position;
}

export type TooWide = "too-wide";
