import { type DataColumn, DataTable, Pages } from "~/ui/data-table";
import { AdminKeys } from "./admin-keys";
import type { ConsentLine, ConsentListView } from "./consent-list-view";
import { ListUpkeep } from "./list-upkeep";
import { SearchBox } from "./search-box";
import { SearchChips } from "./search-chips";
import { SearchForm } from "./search-form";
import { StaffNotices } from "./staff-notices";
import { Standing } from "./standing";
import "./consent-columns.css";
import "./consent-list.css";

/** All consents, for staff: the box, what was understood, the list. */
export function ConsentList({ view, nonce }: { view: ConsentListView; nonce: string | undefined }) {
  const { box, notices, chips, counted, also, form, rows, nothing, look, saved, save } = view;
  return (
    <>
      <SearchBox view={box} />
      <StaffNotices notices={notices} />
      <SearchChips chips={chips} />
      {also.length > 0 && (
        <p className="also">
          Also found:{" "}
          {also.map(({ href, label }) => (
            <a key={href} href={href}>
              {label}
            </a>
          ))}
        </p>
      )}
      <div className="tools">
        <SearchForm view={form} />
        <ListUpkeep saved={saved} save={save} look={look} />
      </div>
      <p className="counted" role="status">
        {counted} <small>Times are UTC.</small>
      </p>
      <div className="consents">
        <DataTable
          caption="Consents"
          columns={columnsOf(view)}
          rows={rows}
          keyOf={({ id }) => id}
          hidden={look.hidden}
          comfortable={look.comfortable}
          nothing={<p>{nothing}</p>}
        />
      </div>
      <Pages previous={view.previous} next={view.next} />
      <AdminKeys nonce={nonce} />
    </>
  );
}

function columnsOf({ order, orders }: ConsentListView): readonly DataColumn<ConsentLine>[] {
  const by = (which: "asked" | "changed"): Pick<DataColumn<ConsentLine>, "order"> => {
    const href = orders[which];
    return href === undefined ? {} : { order: { href, ...(order === which && { now: "descending" as const }) } };
  };
  return [
    {
      id: "consent",
      header: "Consent",
      names: true,
      cell: ({ id, href }) => <a href={href}>{id}</a>,
    },
    {
      id: "customer",
      header: "Customer",
      cell: ({ customer }) =>
        customer ? (
          <>
            {customer.name && <bdi>{customer.name}</bdi>} <a href={customer.href}>{customer.id}</a>
          </>
        ) : (
          "–"
        ),
    },
    { id: "tpp", header: "TPP", cell: ({ tpp }) => <bdi>{tpp}</bdi> },
    { id: "kind", header: "Kind", cell: ({ kind }) => kind },
    {
      id: "status",
      header: "Status",
      cell: ({ status }) => <Standing view={status} />,
    },
    { id: "accounts", header: "Accounts", numeric: true, cell: ({ accounts }) => accounts },
    { id: "asked", header: "Asked for", cell: ({ asked }) => asked, ...by("asked") },
    { id: "granted", header: "Granted", cell: ({ granted }) => granted },
    { id: "changed", header: "Changed", cell: ({ changed }) => changed, ...by("changed") },
    {
      id: "ends",
      header: "Ends",
      cell: ({ ends }) => ends,
    },
  ];
}
