import { paths } from "~/paths";
import { type DataColumn, DataTable } from "../data-table";
import { StaffNotices } from "./staff-notices";
import { Standing } from "./standing";
import type { TppListView, TppRowView } from "./tpp-view";
import "./tpp.css";

const COLUMNS: readonly DataColumn<TppRowView>[] = [
  {
    id: "name",
    header: "TPP",
    names: true,
    cell: ({ href, name, firm }) => (
      <>
        <a href={href}>
          <bdi>{name}</bdi>
        </a>
        {firm && (
          <small className="under">
            <bdi>{firm}</bdi>
          </small>
        )}
      </>
    ),
  },
  {
    id: "standing",
    header: "Standing",
    cell: ({ standing, held }) => (
      <span className="states">
        <Standing view={standing} />
        {held.map((words) => (
          <Standing key={words} view={{ word: words, tone: "bad" }} />
        ))}
      </span>
    ),
  },
  {
    id: "roles",
    header: "Roles",
    cell: ({ roles, blocked }) => (
      <>
        {roles}
        {blocked && <small className="under">{blocked}</small>}
      </>
    ),
  },
  {
    id: "certificate",
    header: "Certificate until",
    cell: ({ certificate }) =>
      certificate ? (
        <span className="states">
          {certificate.until}
          {certificate.warning && <Standing view={certificate.warning} />}
        </span>
      ) : (
        "–"
      ),
  },
  { id: "consents", header: "Live consents", numeric: true, cell: ({ consents }) => consents },
];

/** The bank's TPPs. */
export function TppList({ view: { notices, asOf, sync, form, rows, previous, next } }: { view: TppListView }) {
  return (
    <>
      <StaffNotices notices={notices} />
      <div className="as-of">
        <p>{asOf}</p>
        {sync && (
          <form method="post" action={paths.adminTppsSync}>
            <button type="submit" className="act">
              Look at the register now
            </button>
          </form>
        )}
      </div>
      <search>
        <form action={paths.adminTpps} className="tpp-form">
          <label>
            <span>Name, firm or id</span>
            <input type="search" name="q" defaultValue={form.text} maxLength={200} />
          </label>
          {form.selects.map(({ name, label, options }) => (
            <label key={name}>
              <span>{label}</span>
              <select name={name} defaultValue={options.find(({ isChosen }) => isChosen)?.value ?? ""}>
                <option value="">All</option>
                {options.map(({ value, words }) => (
                  <option key={value} value={value}>
                    {words}
                  </option>
                ))}
              </select>
            </label>
          ))}
          <p className="acts">
            <button type="submit" className="act first">
              Show
            </button>
            {form.isFiltered && <a href={paths.adminTpps}>Show all</a>}
          </p>
        </form>
      </search>
      <DataTable
        caption="TPPs. Dates are in UTC."
        columns={COLUMNS}
        rows={rows}
        keyOf={({ id }) => id}
        nothing={
          form.isFiltered ? (
            <p>
              No TPP is like that. <a href={paths.adminTpps}>Show all of them</a>
            </p>
          ) : (
            <p>No TPP is known yet. They are here once the register or the authorization server was asked.</p>
          )
        }
      />
      {(previous || next) && (
        <nav className="pages" aria-label="Pages">
          {previous && <a href={previous}>Before these</a>}
          {next && <a href={next}>After these</a>}
        </nav>
      )}
    </>
  );
}
