import { columnVisibilityFeature, tableFeatures, useTable } from "@tanstack/react-table";
import type { ReactNode } from "react";
import "./data-table.css";

/** What a list of the portal shows, decided on the server: rows, order and page are in the address and nowhere else. */
export interface DataTableProps<Row> {
  /** What it is a list of; read out, and not shown. */
  readonly caption: string;
  readonly columns: readonly DataColumn<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** Columns that this person does not want to see. */
  readonly hidden?: readonly string[];
  /** Taller rows, for whom the short ones are too close. */
  readonly comfortable?: boolean;
  /** Instead of rows, when there are none: what that means and what to do. */
  readonly nothing: ReactNode;
}

export interface DataColumn<Row> {
  readonly id: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** Numbers and amounts: at the right, in figures of one width. */
  readonly numeric?: boolean;
  /** Dates and names of people: on one line where there is room for a table. */
  readonly unbroken?: boolean;
  /** What the row is called by: its header, and where its link stands. */
  readonly names?: boolean;
  /** Where the same list is in the order of this column; absent for an order that no index serves. */
  readonly order?: { readonly href: string; readonly now?: "ascending" | "descending" };
}

const features = tableFeatures({ columnVisibilityFeature });

/** A list of the portal. On a narrow window each row is a card of its own, so that nothing scrolls sideways. */
export function DataTable<Row extends object>({ caption, columns, rows, keyOf, ...rest }: DataTableProps<Row>) {
  const { hidden = [], comfortable, nothing } = rest;
  const table = useTable({
    features,
    columns: columns.map(({ id }) => ({ id })),
    data: rows as Row[],
    getRowId: keyOf,
    state: { columnVisibility: Object.fromEntries(hidden.map((id) => [id, false])) },
  });
  const shown = table.getVisibleLeafColumns().flatMap(({ id }) => columns.filter((column) => column.id === id));
  if (rows.length === 0) return <div className="nothing">{nothing}</div>;
  return (
    <table className={comfortable ? "data comfortable" : "data"}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          {shown.map(({ id, header, numeric, order }) => (
            <th
              key={id}
              scope="col"
              data-column={id}
              className={numeric ? "numeric" : undefined}
              aria-sort={order?.now}
            >
              {order ? (
                <a href={order.href}>
                  {header}
                  {order.now && <span aria-hidden="true">{order.now === "ascending" ? " ↑" : " ↓"}</span>}
                </a>
              ) : (
                header
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.getRowModel().rows.map(({ id, original }) => (
          <tr key={id}>
            {shown.map((column) => (
              <DataCell key={column.id} column={column} row={original} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function DataCell<Row>({ column, row }: { column: DataColumn<Row>; row: Row }) {
  const { header, cell, numeric, unbroken, names } = column;
  const classes = [...(numeric ? ["numeric"] : []), ...(unbroken ? ["unbroken"] : [])].join(" ");
  const shared = { "data-header": header, className: classes || undefined };
  return names ? (
    <th scope="row" {...shared}>
      {cell(row)}
    </th>
  ) : (
    <td {...shared}>{cell(row)}</td>
  );
}

/** Keyset both ways: there is no page number, and none is needed. */
export function Pages({ previous, next }: { previous?: string | undefined; next?: string | undefined }) {
  if (!previous && !next) return null;
  return (
    <nav className="pages" aria-label="Pages">
      {previous && (
        <a href={previous} rel="prev">
          Previous
        </a>
      )}
      {next && (
        <a href={next} rel="next">
          Next
        </a>
      )}
    </nav>
  );
}
