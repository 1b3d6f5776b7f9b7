import { paths } from "~/paths";
import { type DataColumn, DataTable, Pages } from "../data-table";
import type { DeadView, DeliveriesView, EndpointView } from "./operations-view";
import { OperationsWays } from "./operations-ways";
import { Standing } from "./standing";
import "./operations.css";

const ENDPOINTS: readonly DataColumn<EndpointView>[] = [
  { id: "name", header: "Recipient", names: true, cell: ({ name }) => <code>{name}</code> },
  { id: "channel", header: "By", cell: ({ channel }) => channel },
  { id: "standing", header: "Standing", cell: ({ standing }) => <Standing view={standing} /> },
  { id: "queued", header: "Waiting", numeric: true, cell: ({ queued }) => queued },
  { id: "oldest", header: "Oldest", numeric: true, cell: ({ oldest }) => oldest },
  {
    id: "dead",
    header: "Not delivered",
    numeric: true,
    cell: ({ dead, deadHref, name }) =>
      deadHref ? (
        <a href={deadHref} aria-label={`${dead} not delivered to ${name}`}>
          {dead}
        </a>
      ) : (
        dead
      ),
  },
];

const DEAD: readonly DataColumn<DeadView>[] = [
  { id: "consent", header: "About", names: true, cell: ({ href, consent }) => <a href={href}>{consent}</a> },
  { id: "to", header: "To", cell: ({ to }) => <code>{to}</code> },
  { id: "standing", header: "Why", cell: ({ standing }) => <Standing view={standing} /> },
  { id: "attempts", header: "Attempts", numeric: true, cell: ({ attempts }) => attempts },
  { id: "at", header: "Given up (UTC)", cell: ({ at }) => <span className="at">{at}</span> },
];

/** who is told what, and what nobody would take. */
export function DeliveriesPage({ view }: { view: DeliveriesView }) {
  const { endpoints, of, dead, newer, older, replayHref } = view;
  return (
    <>
      <OperationsWays here={paths.adminDeliveries} />
      <h2>Recipients</h2>
      <DataTable
        caption="Whom we send to, those in trouble first"
        columns={ENDPOINTS}
        rows={endpoints}
        keyOf={({ key }) => key}
        nothing={<p>Nobody is sent anything.</p>}
      />
      <h2>Not delivered</h2>
      {of && (
        <p>
          To <code>{of}</code> alone. <a href={paths.adminDeliveries}>Show all</a>
        </p>
      )}
      <DataTable
        caption="What was not delivered, newest first"
        columns={DEAD}
        rows={dead}
        keyOf={({ id }) => id}
        nothing={<p>Everything was delivered, or is still tried.</p>}
      />
      <Pages previous={newer} next={older} />
      {replayHref && (
        <p className="acts">
          <a className="act" href={replayHref}>
            Send all of these again
          </a>
        </p>
      )}
    </>
  );
}
