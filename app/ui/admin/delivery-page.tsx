import { paths } from "~/paths";
import { type DataColumn, DataTable } from "../data-table";
import type { AttemptView, DeliveryView } from "./operations-view";
import { StaffFacts } from "./staff-facts";
import { Standing } from "./standing";
import "./audit.css";
import "./operations.css";

const ATTEMPTS: readonly DataColumn<AttemptView>[] = [
  { id: "at", header: "When (UTC)", names: true, cell: ({ at }) => at },
  { id: "outcome", header: "Outcome", cell: ({ outcome }) => outcome },
  { id: "code", header: "Answer", numeric: true, cell: ({ code }) => code },
  { id: "took", header: "Took", numeric: true, cell: ({ took }) => took },
];

/** one delivery. */
export function DeliveryPage({ view }: { view: DeliveryView }) {
  const { standing, facts, signed, plain, isPersonal, attempts, mayReplay } = view;
  return (
    <>
      <p className="light">
        <Standing view={standing} />
      </p>
      <StaffFacts facts={facts} />
      {mayReplay && (
        <form method="post" className="acts">
          <button type="submit" className="act">
            Send it again
          </button>
          <span>It keeps its id, so that its receiver can tell.</span>
        </form>
      )}
      <h2>What is sent</h2>
      {isPersonal && <p>It is written to a customer, and shown to nobody here.</p>}
      {signed && (
        <>
          <h3>Header</h3>
          <pre className="audit-detail">{signed.header}</pre>
          <h3>What it says</h3>
          <pre className="audit-detail">{signed.payload}</pre>
          <details>
            <summary>The token, as it is signed</summary>
            <pre className="audit-detail">{signed.token}</pre>
          </details>
        </>
      )}
      {plain !== undefined && <pre className="audit-detail">{plain}</pre>}
      {!isPersonal && !signed && plain === undefined && <p>Nothing of it is kept any more.</p>}
      <h2>Attempts</h2>
      <DataTable
        caption="Attempts, newest first"
        columns={ATTEMPTS}
        rows={attempts}
        keyOf={({ id }) => id}
        nothing={<p>It has not been tried yet.</p>}
      />
      <p className="acts">
        <a href={paths.adminDeliveries}>All deliveries</a>
      </p>
    </>
  );
}
