import {
  type ConsentFilter,
  isEverything,
  RANGES,
  type RangeName,
  type SearchAsked,
  type Sense,
  searchQueryOf,
} from "~/domain/search/consent-filter";
import type { DayRange } from "~/domain/search/day-range";
import type { ClientId, CustomerId } from "~/domain/shared/ids";
import { plainText } from "~/domain/shared/plain-text";
import { paths } from "~/paths";
import type { ChipView } from "~/ui/admin/consent-list-view";
import { KIND_WORDS, STATUS_WORDS } from "~/ui/admin/staff-words";

/** What a list is narrowed by, as far as it has names. */
export interface ChipScene {
  readonly asked: SearchAsked;
  readonly sense?: Sense | "exactly";
  readonly clientName: (client: ClientId) => string | undefined;
  readonly customerName: (customer: CustomerId) => string | undefined;
  /** The last four digits of the account, while the bank tells them. */
  readonly accountEnds?: string;
}

const TAKEN = {
  exactly: "whose id is",
  consent: "whose id begins with",
  customer: "of customers whose number begins with",
  tpp: "of TPPs called",
  name: "of customers named like",
} as const satisfies Record<Sense | "exactly", string>;

const RANGE_WORDS = { granted: "granted", changed: "changed", ends: "that end" } as const satisfies Record<
  RangeName,
  string
>;

/** Each part of the sentence, with the address of the list without it; from its first page on. */
export function presentChips({ asked, sense, ...known }: ChipScene): readonly ChipView[] {
  const { filter } = asked;
  const { text, customer, account, client, kinds, statuses } = filter;
  const chip = (words: string, without: Partial<Record<keyof ConsentFilter, unknown>>, value?: string): ChipView => ({
    words,
    ...(value !== undefined && { value }),
    without: paths.adminConsentsFound(searchQueryOf({ order: asked.order, filter: leavingOut(filter, without) })),
  });
  const name = customer && plainText(known.customerName(customer));
  return [
    ...(text ? [chip(sense ? TAKEN[sense] : "called", { text: true, as: true }, plainText(text) ?? "")] : []),
    ...(customer
      ? [chip("of customer", { customer: true }, name ? `${name} (${customer})` : plainText(customer))]
      : []),
    ...(account
      ? [chip("of account", { account: true }, known.accountEnds ? `••${known.accountEnds}` : plainText(account))]
      : []),
    ...(client ? [chip("of TPP", { client: true }, known.clientName(client) ?? plainText(client))] : []),
    ...(kinds.length > 0 ? [chip(`for ${either(kinds.map((kind) => KIND_WORDS[kind]))}`, { kinds: true })] : []),
    ...(statuses.length > 0
      ? [chip(`that are ${either(statuses.map((status) => STATUS_WORDS[status].word))}`, { statuses: true })]
      : []),
    ...RANGES.flatMap((range) => {
      const days = filter[range];
      return days ? [chip(`${RANGE_WORDS[range]} ${spanned(days)}`, { [range]: true })] : [];
    }),
  ];
}

/** What is listed, in one line: for the title of a page and for what waits for somebody else. */
export function sentenceOf(chips: readonly ChipView[], filter: ConsentFilter): string {
  if (isEverything(filter)) return "All consents";
  return `Consents ${chips.map(({ words, value }) => (value === undefined ? words : `${words} ${value}`)).join(" ")}`;
}

function leavingOut(filter: ConsentFilter, left: Partial<Record<keyof ConsentFilter, unknown>>): ConsentFilter {
  const kept = Object.entries(filter).filter(([name]) => !(name in left));
  return { kinds: [], statuses: [], ...Object.fromEntries(kept) };
}

const either = (words: readonly string[]) => new Intl.ListFormat("en-GB", { type: "disjunction" }).format(words);

function spanned({ from, to }: DayRange): string {
  if (from && to) return from === to ? `on ${from}` : `from ${from} to ${to}`;
  return from ? `from ${from} on` : `until ${to}`;
}

/** What is searched for, in one line; apps and customers by their ids. */
export const searchSentence = (filter: ConsentFilter): string =>
  sentenceOf(
    presentChips({
      asked: { filter, order: "asked" },
      ...(filter.as && { sense: filter.as }),
      clientName: () => undefined,
      customerName: () => undefined,
    }),
    filter,
  );
