import { MOVES } from "../consent/lifecycle";
import { CONSENT_KINDS } from "../consent-kinds/index";
import { isIban } from "../search/account-like";
import { type ConsentFilter, isEverything, type SearchOrder } from "../search/consent-filter";
import { type AccountId, asAccountId, asClientId, asCustomerId, type ClientId, type CustomerId } from "../shared/ids";

/** Of one customer, TPP or account, which its id names. */
export type NamedScope =
  | { readonly by: "customer"; readonly customer: CustomerId }
  | { readonly by: "tpp"; readonly client: ClientId }
  | { readonly by: "account"; readonly account: AccountId };

/** What staff search the consents for. */
export interface SearchScope {
  readonly by: "search";
  readonly filter: ConsentFilter;
  readonly order: SearchOrder;
}

/** What another list left as it was. */
export interface RestScope {
  readonly by: "rest";
  /** The id of that list. */
  readonly of: string;
}

/** What many consents have in common that are to be ended at once. There is none for "all of them" (I-03). */
export type RevocationScope = NamedScope | SearchScope | RestScope;

/** As a list keeps it: without the id of a customer who was erased since, and of theirs. */
export type KeptScope =
  | Exclude<NamedScope, { readonly by: "customer" | "account" }>
  | { readonly by: "customer"; readonly customer: CustomerId | undefined }
  | { readonly by: "account"; readonly account: AccountId | undefined }
  /** What named somebody is said without the name; see `withoutNames`. */
  | Omit<SearchScope, "order">
  | RestScope;

/** Those that a form takes an id for. */
export const NAMED_SCOPES = ["customer", "tpp", "account"] as const satisfies readonly NamedScope["by"][];

/** An id of somebody else's making: no blanks, nothing invisible, and not without end. */
const ID = /^[\x21-\x7E]{1,128}$/;

/** Undefined for what names nothing, so that nothing is what it reaches; the number of an account is kept nowhere (decision 51). */
export function parseScope(by: string, of: string): NamedScope | undefined {
  if (!ID.test(of) || isIban(of)) return undefined;
  switch (by) {
    case "customer":
      return { by, customer: asCustomerId(of) };
    case "tpp":
      return { by, client: asClientId(of) };
    case "account":
      return { by, account: asAccountId(of) };
    default:
      return undefined;
  }
}

/** I-03: a search that leaves nobody out. That a consent is live is true of all that can be ended. */
export const isOfEverything = ({ statuses: _, kinds, ...rest }: ConsentFilter): boolean =>
  isEverything({ ...rest, statuses: [], kinds: kinds.length === CONSENT_KINDS.length ? [] : kinds });

/** Whether a search can find what can still be ended. */
export const canBeLive = ({ statuses }: Pick<ConsentFilter, "statuses">): boolean =>
  statuses.length === 0 || statuses.some((status) => MOVES.terminate.from.some((live) => live === status));
