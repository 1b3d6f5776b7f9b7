import { CONSENT_STATUSES, type ConsentStatus } from "../consent/lifecycle";
import { CONSENT_KINDS, type ConsentKind } from "../consent-kinds/index";
import { type AccountId, asAccountId, asClientId, asCustomerId, type ClientId, type CustomerId } from "../shared/ids";
import { plainText } from "../shared/plain-text";
import { cursorOf, type Position, positionOf } from "../shared/position";
import { accountNumberIn } from "./account-like";
import { type DayRange, dayRangeOf } from "./day-range";

/** What a text that is looked for can be: the beginning of an id, a customer's name, a TPP's. */
export const SENSES = ["consent", "customer", "tpp", "name"] as const;
export type Sense = (typeof SENSES)[number];

export const RANGES = ["granted", "changed", "ends"] as const;
export type RangeName = (typeof RANGES)[number];

/** Which consents are looked for; all of it has to hold. */
export interface ConsentFilter {
  readonly text?: string;
  /** What the text is to be taken for; absent: whatever is found first. */
  readonly as?: Sense;
  readonly customer?: CustomerId;
  readonly account?: AccountId;
  readonly client?: ClientId;
  /** Any of these; all when there are none. */
  readonly kinds: readonly ConsentKind[];
  readonly statuses: readonly ConsentStatus[];
  readonly granted?: DayRange;
  readonly changed?: DayRange;
  readonly ends?: DayRange;
}

export type SearchOrder = "asked" | "changed" | "ends";

/** A page of the list, as its address has it. */
export interface SearchAsked {
  readonly filter: ConsentFilter;
  readonly order: SearchOrder;
  readonly from?: Position;
}

export interface SearchRead {
  readonly asked: SearchAsked;
  /** Parts of the address that say nothing, by name: the list is shown without them, and they are named. */
  readonly ignored: readonly string[];
}

export const LONGEST_TEXT = 200;
const LONGEST_ID = 256;

/** Reads an address. Undefined for a place in the list that we never gave out. */
export function searchReadOf(query: URLSearchParams): SearchRead | undefined {
  const from = positionOf(query);
  if (!from && (query.has("after") || query.has("before"))) return undefined;
  const ignored: string[] = [];
  const one = (name: string, longest = LONGEST_ID): string => {
    const value = (query.get(name) ?? "").replaceAll("\0", "").replace(/\s+/g, " ").trim();
    if (value.length <= longest) return value;
    ignored.push(name);
    return "";
  };
  const any = <Value extends string>(name: string, known: readonly Value[]): readonly Value[] => {
    const given = new Set(query.getAll(name).filter((value) => value !== ""));
    const kept = known.filter((value) => given.delete(value));
    if (given.size > 0) ignored.push(name);
    return kept;
  };
  const ranges: Partial<Record<RangeName, DayRange>> = {};
  for (const name of RANGES) {
    const [first, last] = [one(`${name}-from`), one(`${name}-to`)];
    const range = dayRangeOf(first, last);
    if (range) ranges[name] = range;
    else if (first !== "" || last !== "") ignored.push(name);
  }
  const text = textOf(plainText(one("q", LONGEST_TEXT)) ?? "", ignored);
  const [as] = any("as", SENSES);
  const [customer, account, client] = [one("customer"), one("account"), one("tpp")];
  const filter: ConsentFilter = {
    ...(text && { text }),
    ...(text && as && { as }),
    ...(customer && { customer: asCustomerId(customer) }),
    ...(account && { account: asAccountId(account) }),
    ...(client && { client: asClientId(client) }),
    kinds: any("kind", CONSENT_KINDS),
    statuses: any("status", CONSENT_STATUSES),
    ...ranges,
  };
  const [order] = any("order", ["changed"]);
  if (order && !canOrderByChange(filter)) ignored.push("order");
  return { asked: { filter, order: orderOf(filter, order), ...(from && { from }) }, ignored };
}

/** Somebody wrote it into the address themselves: the box never does. */
function textOf(text: string, ignored: string[]): string {
  if (accountNumberIn(text) === undefined) return text;
  ignored.push("account-number");
  return "";
}

/**
 * In the order of the date that the list is narrowed by, so that its index gives it; by what was asked for last otherwise.
 */
function orderOf(filter: ConsentFilter, wished: "changed" | undefined): SearchOrder {
  if (filter.ends) return "ends";
  return filter.changed || (wished && canOrderByChange(filter)) ? "changed" : "asked";
}

/** Where an index gives that order: of what is narrowed by kind, status or TPP none does. */
export const canOrderByChange = ({ kinds, statuses, client, granted }: ConsentFilter): boolean =>
  kinds.length === 0 && statuses.length === 0 && client === undefined && granted === undefined;

/** The address's part that {@link searchReadOf} reads the same from. */
export function searchQueryOf({ filter, order, from }: SearchAsked): string {
  const { text, as, customer, account, client, kinds, statuses } = filter;
  const query = new URLSearchParams({
    ...(text && { q: text }),
    ...(text && as && { as }),
    ...(customer && { customer }),
    ...(account && { account }),
    ...(client && { tpp: client }),
  });
  for (const kind of kinds) query.append("kind", kind);
  for (const status of statuses) query.append("status", status);
  for (const name of RANGES) {
    const range = filter[name];
    if (range?.from) query.append(`${name}-from`, range.from);
    if (range?.to) query.append(`${name}-to`, range.to);
  }
  if (order === "changed" && !filter.changed) query.append("order", order);
  for (const [name, value] of Object.entries(from ? cursorOf(from) : {})) query.append(name, value);
  return query.toString();
}

/** Whether everything is asked for. */
export const isEverything = (filter: ConsentFilter): boolean => searchQueryOf({ filter, order: "asked" }) === "";

/** Whether it names a customer, so that it may be kept nowhere where it could not be forgotten. */
export const namesSomebody = ({ text, as, customer, account }: ConsentFilter): boolean =>
  customer !== undefined || account !== undefined || (text !== undefined && as !== "consent" && as !== "tpp");
