import { CONSENT_STATUSES } from "~/domain/consent/lifecycle";
import { CONSENT_KINDS } from "~/domain/consent-kinds/index";
import { canBeLive, isOfEverything } from "~/domain/revocation/revocation-scope";
import {
  type ConsentFilter,
  canOrderByChange,
  namesSomebody,
  RANGES,
  type RangeName,
  type SearchRead,
  searchQueryOf,
} from "~/domain/search/consent-filter";
import type { ClientId } from "~/domain/shared/ids";
import type { Position } from "~/domain/shared/position";
import { paths } from "~/paths";
import type { ListLook, SavedSearch } from "~/ports/staff-lists";
import type { ConsentListView, LookView, SaveView, SearchFormView } from "~/ui/admin/consent-list-view";
import { counted, KIND_WORDS, STATUS_WORDS } from "~/ui/admin/staff-words";
import { COLUMNS, hiddenIn } from "./columns";
import { presentChips } from "./present-chips";
import { presentRow } from "./present-row";
import { ignoredNotice, LOOKED, meaningLink, nothingWords } from "./present-words";
import type { SearchInput } from "./search-input";

/** More TPPs than this are looked for, and not chosen from a list. */
const MOST_CHOICES = 100;

const RANGE_LABELS = { granted: "Granted", changed: "Changed", ends: "Ends" } as const satisfies Record<
  RangeName,
  string
>;

export interface ListScene {
  readonly read: SearchRead;
  readonly found: SearchInput;
  readonly accountEnds?: string;
  readonly look: ListLook | undefined;
  readonly saved: readonly SavedSearch[];
  readonly mayExport: boolean;
  readonly mayRevoke: boolean;
  /** Why somebody was sent here from the box. */
  readonly looked: string | null;
}

/** The page of the list as it is shown. */
export function presentList({ read, found, look, saved, ...scene }: ListScene): ConsentListView {
  const { asked, ignored } = read;
  const { filter, order } = asked;
  const { taken, exactly, page, count } = found;
  const clientName = namesOf(found);
  const list = page === "too-wide" ? { consents: [] } : page;
  const at = (from?: Position) => paths.adminConsentsFound(searchQueryOf({ filter, order, ...(from && { from }) }));
  const wide = found.found === "too-many" || page === "too-wide";
  const looked = LOOKED.get(scene.looked ?? "");
  const canChange = !filter.ends && !filter.changed && canOrderByChange(filter);
  const ordered = (by: "asked" | "changed") => paths.adminConsentsFound(searchQueryOf({ filter, order: by }));
  return {
    box: { text: filter.text ?? "", within: searchQueryOf({ filter: boundsOf(filter), order: "asked" }) },
    notices: [...(looked ? [looked] : []), ...(ignored.length > 0 ? [ignoredNotice(ignored)] : [])],
    chips: presentChips({
      asked,
      ...(taken && { sense: exactly && taken.sense === "consent" && taken.count === 1 ? "exactly" : taken.sense }),
      clientName,
      customerName: (customer) => found.names.get(customer),
      ...(scene.accountEnds && { accountEnds: scene.accountEnds }),
    }),
    counted: wide ? "Not listed" : howMany(count),
    also: found.meanings.filter(({ sense }) => sense !== taken?.sense).map((meaning) => meaningLink(meaning, asked)),
    form: presentForm(read, found),
    rows: list.consents.map((consent) => presentRow(consent, found.names, clientName(consent.clientId))),
    nothing: nothingWords(found, filter),
    order,
    orders: canChange ? { asked: ordered("asked"), changed: ordered("changed") } : {},
    look: presentLook(look, at(asked.from)),
    ...("newer" in list && list.newer && { previous: at(list.newer) }),
    ...("older" in list && list.older && { next: at(list.older) }),
    saved: saved.map(({ name, query }) => ({ label: name, href: paths.adminConsentsFound(query) })),
    save: presentSave(read, found),
    ...(scene.mayExport &&
      list.consents.length > 0 && {
        exportHref: paths.adminConsentsExport(searchQueryOf({ filter: settled(read, found), order })),
      }),
    ...(scene.mayRevoke &&
      list.consents.length > 0 &&
      canBeLive(filter) &&
      !isOfEverything(filter) && { revokes: searchQueryOf({ filter: settled(read, found), order }) }),
  };
}

/** What stays when somebody looks for somebody else. */
const boundsOf = ({ text: _text, as: _as, customer: _customer, account: _account, ...bounds }: ConsentFilter) => bounds;

/** The filter with what its text was taken for, so that it means the same for ever. */
const settled = ({ asked: { filter } }: SearchRead, { taken }: SearchInput) =>
  taken ? { ...filter, as: taken.sense } : filter;

const howMany = (count: number | undefined): string =>
  count === undefined ? "Too many to count in time" : counted(count, "consent", 10_000);

function presentSave(read: SearchRead, found: SearchInput): SaveView {
  const filter = settled(read, found);
  return namesSomebody(filter)
    ? { can: false, why: "A search that names a customer or an account is not kept." }
    : { can: true, query: searchQueryOf({ filter, order: read.asked.order }) };
}

const namesOf = ({ clients }: SearchInput) => {
  const names = new Map(clients.map(({ clientId, name }) => [clientId, name]));
  return (client: ClientId) => names.get(client);
};

const presentLook = (look: ListLook | undefined, back: string): LookView => {
  const hidden = hiddenIn(look);
  return {
    columns: COLUMNS.map(({ id, label }) => ({ value: id, label, chosen: !hidden.includes(id) })),
    hidden,
    comfortable: look?.comfortable ?? false,
    back,
  };
};

function presentForm({ asked: { filter, order } }: SearchRead, { clients }: SearchInput): SearchFormView {
  const { text, as, customer, account, client } = filter;
  const choices = clients.length > MOST_CHOICES ? [] : clients;
  return {
    kept: Object.entries({
      ...(text && { q: text }),
      ...(as && { as }),
      ...(customer && { customer }),
      ...(account && { account }),
      ...(client && choices.length === 0 && { tpp: client }),
      ...(order === "changed" && !filter.changed && { order }),
    }),
    kinds: CONSENT_KINDS.map((kind) => ({ value: kind, label: KIND_WORDS[kind], chosen: filter.kinds.includes(kind) })),
    statuses: CONSENT_STATUSES.map((status) => ({
      value: status,
      label: STATUS_WORDS[status].word,
      chosen: filter.statuses.includes(status),
    })),
    tpps: choices
      .map(({ clientId, name }) => ({ value: clientId, label: name ?? clientId, chosen: clientId === client }))
      .sort((one, other) => one.label.localeCompare(other.label)),
    ranges: RANGES.map((name) => ({
      name,
      label: RANGE_LABELS[name],
      from: filter[name]?.from ?? "",
      to: filter[name]?.to ?? "",
    })),
    open: false,
  };
}
