import { validate as isUuid } from "uuid";
import { namesSomebody, searchQueryOf, searchReadOf } from "~/domain/search/consent-filter";
import { plainText } from "~/domain/shared/plain-text";
import { paths } from "~/paths";
import type { ListLook } from "~/ports/staff-lists";
import { COLUMNS } from "../admin.consents._index/columns";

export type SearchesAsked =
  | { readonly act: "look"; readonly look: ListLook; readonly back: string }
  | { readonly act: "forget"; readonly id: string }
  | { readonly act: "save"; readonly name: string; readonly query: string };

const LONGEST_NAME = 60;

/** Undefined for a form that is none of ours. */
export function askedIn(form: FormData): SearchesAsked | undefined {
  const text = (name: string) => String(form.get(name) ?? "");
  switch (text("act")) {
    case "look": {
      const shown = form.getAll("column").map(String);
      const hidden = COLUMNS.map(({ id }) => id).filter((id) => !shown.includes(id));
      return { act: "look", look: { hidden, comfortable: text("comfortable") === "yes" }, back: listAt(text("back")) };
    }
    case "forget":
      return isUuid(text("id")) ? { act: "forget", id: text("id") } : undefined;
    case "save":
      return savedIn(plainText(text("name"), LONGEST_NAME), text("query"));
    default:
      return undefined;
  }
}

/** Written anew from what was read, so that nothing is kept that is no search; nor one that names somebody. */
function savedIn(name: string | undefined, query: string): SearchesAsked | undefined {
  const read = searchReadOf(new URLSearchParams(query));
  if (name === undefined || !read || namesSomebody(read.asked.filter)) return undefined;
  const { filter, order } = read.asked;
  return { act: "save", name: name.slice(0, LONGEST_NAME), query: searchQueryOf({ filter, order }) };
}

/** The list that somebody came from, read anew: the address of another page is none. */
function listAt(back: string): string {
  const [path, query = ""] = back.split("?", 2);
  const read = path === paths.adminConsents ? searchReadOf(new URLSearchParams(query)) : undefined;
  return read ? paths.adminConsentsFound(searchQueryOf(read.asked)) : paths.adminConsents;
}
