import { paths } from "~/paths";
import { type DataColumn, DataTable } from "../data-table";
import { wordsOfJob } from "./job-words";
import type { JobView, OperationsView, UpstreamView } from "./operations-view";
import { OperationsWays } from "./operations-ways";
import { Standing } from "./standing";
import "./operations.css";

const jobColumns = (mayRetry: boolean): readonly DataColumn<JobView>[] => [
  {
    id: "name",
    header: "Job",
    names: true,
    cell: ({ name }) => (
      <>
        {wordsOfJob(name)} <code className="job-name">{name}</code>
      </>
    ),
  },
  { id: "standing", header: "Standing", cell: ({ standing }) => <Standing view={standing} /> },
  { id: "last", header: "Last run", numeric: true, cell: ({ lastRun }) => lastRun },
  { id: "success", header: "Last success", numeric: true, cell: ({ lastSuccess }) => lastSuccess },
  { id: "lag", header: "Lag", numeric: true, cell: ({ lag }) => lag },
  { id: "did", header: "Did, in all", cell: ({ did }) => did },
  ...(mayRetry
    ? [
        {
          id: "run",
          header: "Run",
          cell: ({ name, isAsked }: JobView) =>
            isAsked ? (
              <Standing view={{ word: "Asked for", tone: "wait" }} />
            ) : (
              <form method="post">
                <input type="hidden" name="job" value={name} />
                <button type="submit" className="act run">
                  Run now<span className="unseen"> {name}</span>
                </button>
              </form>
            ),
        },
      ]
    : []),
];

const UPSTREAM_COLUMNS: readonly DataColumn<UpstreamView>[] = [
  { id: "name", header: "Upstream", names: true, cell: ({ name }) => name },
  { id: "origin", header: "Address", cell: ({ origin }) => <code>{origin}</code> },
  { id: "standing", header: "Standing", cell: ({ standing }) => <Standing view={standing} /> },
  { id: "last", header: "Last answered (UTC)", cell: ({ lastAnswered }) => lastAnswered },
  { id: "answered", header: "Answered", numeric: true, cell: ({ answered }) => answered },
  { id: "failed", header: "No answer", numeric: true, cell: ({ failed }) => failed },
];

/** what goes on without a request, and whom we depend on. */
export function OperationsPage({
  view: { jobs, mayRetry, authority, upstreams, upstreamsSeenBy },
}: {
  view: OperationsView;
}) {
  return (
    <>
      <OperationsWays here={paths.adminOperations} />
      <h2>Jobs</h2>
      <DataTable
        caption="Jobs, those in trouble first"
        columns={jobColumns(mayRetry)}
        rows={jobs}
        keyOf={({ name }) => name}
        nothing={<p>No job has run yet. Is a worker running?</p>}
      />
      <h2>Whom we depend on</h2>
      <p>
        Authorization server, as the jobs find it: <Standing view={authority} />
      </p>
      <p className="hint">{upstreamsSeenBy}</p>
      <DataTable
        caption="Upstreams of this process"
        columns={UPSTREAM_COLUMNS}
        rows={upstreams}
        keyOf={({ origin }) => origin}
        nothing={<p>This process has asked nobody yet.</p>}
      />
    </>
  );
}
