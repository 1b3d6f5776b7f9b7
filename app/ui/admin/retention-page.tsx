import { paths } from "~/paths";
import { type DataColumn, DataTable } from "../data-table";
import { LongLook } from "./long-look";
import type { DueView, RetentionView, RuleView } from "./operations-view";
import { OperationsWays } from "./operations-ways";
import "./audit.css";
import "./operations.css";

const RULES: readonly DataColumn<RuleView>[] = [
  { id: "what", header: "What", names: true, cell: ({ what }) => what },
  { id: "kept", header: "Kept for", cell: ({ kept }) => kept },
  { id: "least", header: "At the least", cell: ({ least }) => least },
];

const DUE: readonly DataColumn<DueView>[] = [
  { id: "what", header: "What", names: true, cell: ({ what }) => what },
  { id: "count", header: "Due to go", numeric: true, cell: ({ count }) => count },
];

/** how long what is kept, and what would go now. */
export function RetentionPage({ view: { rules, due, running, countedAt } }: { view: RetentionView }) {
  return (
    <>
      <OperationsWays here={paths.adminRetention} />
      <DataTable
        caption="How long what is kept"
        columns={RULES}
        rows={rules}
        keyOf={({ what }) => what}
        nothing={null}
      />
      <h2>What would go now</h2>
      <LongLook label="How far the count has come" running={running}>
        <p>{countedAt ? `Counted ${countedAt} UTC.` : "This has not been counted yet."} Counting takes nothing away.</p>
        <p className="acts">
          <button type="submit" className="act">
            Count now
          </button>
        </p>
      </LongLook>
      {countedAt && (
        <DataTable
          caption="What is due to go"
          columns={DUE}
          rows={due}
          keyOf={({ what }) => what}
          nothing={<p>Nothing.</p>}
        />
      )}
    </>
  );
}
