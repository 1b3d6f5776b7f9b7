import {
  type ConsentFilter,
  isEverything,
  type SearchAsked,
  type Sense,
  searchQueryOf,
} from "~/domain/search/consent-filter";
import { paths } from "~/paths";
import type { LinkView } from "~/ui/admin/consent-list-view";
import type { StaffNotice } from "~/ui/admin/staff-notices";
import type { SearchInput } from "./search-input";

/** Why somebody was sent here from the box, by its word in the address. */
export const LOOKED: ReadonlyMap<string, StaffNotice> = new Map<string, StaffNotice>([
  ["no-account", { tone: "wait", text: "The bank has no account, card or IBAN with that number. Check the digits." }],
  [
    "bank-away",
    {
      tone: "bad",
      text: "The bank’s core does not answer, and only it knows account numbers. Search by customer or consent, or try again in a minute.",
    },
  ],
  ["saved", { tone: "good", text: "Saved." }],
]);

const IGNORED: Readonly<Record<string, string>> = {
  q: "text (too long)",
  "account-number": "account number (an address is no place for one: type it into the box)",
  as: "reading of the text",
  tpp: "TPP",
  granted: "granted dates",
  changed: "changed dates",
  ends: "end dates",
  order: "order",
};

/** By name alone: what somebody wrote into an address is repeated nowhere. */
export const ignoredNotice = (names: readonly string[]): StaffNotice => ({
  tone: "wait",
  text: `Left out, because it makes no sense here: ${names.map((name) => IGNORED[name] ?? name).join(", ")}.`,
});

const COUNTED: Readonly<Record<Sense, (count: string, many: boolean) => string>> = {
  consent: (count, many) => `${count} consent${many ? "s" : ""} whose id begins so`,
  customer: (count, many) => `${count} customer${many ? "s" : ""} by number`,
  tpp: (count, many) => `${count} TPP${many ? "s" : ""} called so`,
  name: (count, many) => `${count} customer${many ? "s" : ""} named so`,
};

/** Another thing that the text can be taken for. */
export const meaningLink = ({ sense, count }: { sense: Sense; count: number }, { filter }: SearchAsked): LinkView => ({
  label: COUNTED[sense](count > 100 ? "100+" : String(count), count !== 1),
  href: paths.adminConsentsFound(searchQueryOf({ filter: { ...filter, as: sense }, order: "asked" })),
});

/** Instead of rows: what that means, and what to do. */
export function nothingWords({ found, taken, page }: SearchInput, filter: ConsentFilter): string {
  if (found === "nothing")
    return "No consent, customer or TPP is called that. A name needs three letters in a row, an id its beginning; a customer who has never been asked for a consent is not here.";
  if (found === "too-many")
    return taken?.sense === "consent"
      ? "More than 100 consents have an id that begins so. Type more of it."
      : "More than 100 customers are meant by that. Type more of the name, or the customer’s number.";
  if (page === "too-wide")
    return "That takes too long to find. Narrow it: add a customer, a TPP or dates that are closer together.";
  return isEverything(filter)
    ? "No consent has been asked for yet. The first appears here as soon as an app asks."
    : "No consent meets all of that. Take a part of the sentence away.";
}
