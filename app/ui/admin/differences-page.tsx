import { paths } from "~/paths";
import { type DataColumn, DataTable, Pages } from "../data-table";
import type { DifferenceRow, DifferencesView, DifferenceView } from "./operations-view";
import { OperationsWays } from "./operations-ways";
import { StaffFacts } from "./staff-facts";
import "./operations.css";

const COLUMNS: readonly DataColumn<DifferenceRow>[] = [
  {
    id: "consent",
    header: "Consent",
    names: true,
    cell: ({ consent, href }) => (
      <a href={href}>
        <code>{consent}</code>
      </a>
    ),
  },
  { id: "about", header: "What differs", cell: ({ about }) => about },
  { id: "ours", header: "We have", cell: ({ ours }) => ours },
  { id: "theirs", header: "It said", cell: ({ theirs }) => theirs },
  { id: "since", header: "Found (UTC)", cell: ({ since }) => <span className="at">{since}</span> },
];

/** where the authorization server and we differ, and nobody has settled it. */
export function DifferencesPage({ view: { facts, rows, newer, older } }: { view: DifferencesView }) {
  return (
    <>
      <OperationsWays here={paths.adminDifferences} />
      <StaffFacts facts={facts} />
      <h2>Not settled</h2>
      <DataTable
        caption="Differences that are not settled, by consent"
        columns={COLUMNS}
        rows={rows}
        keyOf={({ id }) => id}
        nothing={<p>We and the authorization server agree.</p>}
      />
      <Pages previous={newer} next={older} />
    </>
  );
}

/** One of them, and what would settle it. */
export function DifferencePage({ view: { facts, question, act, notices } }: { view: DifferenceView }) {
  return (
    <>
      {notices.map((notice) => (
        <p key={notice} className="notice wait">
          {notice}
        </p>
      ))}
      <StaffFacts facts={facts} />
      <h2>What would settle it</h2>
      <form method="post">
        <p className="hint-wide">{question}</p>
        {act && <input type="hidden" name="proposal" value={act.proposal} />}
        <p className="acts">
          {act && (
            <button type="submit" className={act.isDanger ? "act danger" : "act first"}>
              {act.button}
            </button>
          )}
          <a href={paths.adminDifferences}>Back to differences</a>
        </p>
      </form>
    </>
  );
}
