import { paths } from "~/paths";
import { type DataColumn, DataTable } from "../data-table";
import type { CheckRow, ChecksView } from "./audit-view";
import { LongLook } from "./long-look";
import { Standing } from "./standing";
import "./audit.css";

const COLUMNS: readonly DataColumn<CheckRow>[] = [
  { id: "asked", header: "Asked for (UTC)", names: true, cell: ({ asked }) => asked },
  { id: "by", header: "By", cell: ({ by }) => <bdi>{by}</bdi> },
  { id: "took", header: "Took", numeric: true, cell: ({ took }) => took },
  { id: "looked", header: "Events", numeric: true, cell: ({ looked }) => looked },
  {
    id: "outcome",
    header: "Outcome",
    cell: ({ outcome, findings }) => (
      <>
        <Standing view={outcome} />
        {findings.length > 0 && (
          <details>
            <summary>What was found</summary>
            <ul>
              {findings.map((finding) => (
                <li key={finding}>{finding}</li>
              ))}
            </ul>
          </details>
        )}
      </>
    ),
  },
];

/** all of the record is read and computed anew, in the background. */
export function ChecksPage({ view: { light, running, rows } }: { view: ChecksView }) {
  return (
    <>
      <p className="light">
        <Standing view={light} />
      </p>
      <LongLook label="How far it has come" running={running}>
        <p>
          Every event is read and every hash computed again, in the background. Nothing is locked. On a large record
          this takes some minutes; you can leave this page.
        </p>
        <p className="acts">
          <button type="submit" className="act first">
            Verify now
          </button>
        </p>
      </LongLook>
      <h2>Earlier</h2>
      <DataTable
        caption="Looks through the record, newest first"
        columns={COLUMNS}
        rows={rows}
        keyOf={({ id }) => id}
        nothing={<p>Nobody has had the record verified yet.</p>}
      />
      <p className="acts">
        <a href={paths.adminAudit}>Back to the record</a>
      </p>
    </>
  );
}
