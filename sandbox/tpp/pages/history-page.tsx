import { eventsOf, type Notification } from "../events/notification.ts";
import { kindOf } from "../order/kinds/index.ts";
import { tppOf } from "../order/tpp-of.ts";
import type { Run } from "../runs/run.ts";
import { renderPage } from "./layout.tsx";
import { summarise } from "./run-summary.ts";

/** The runs of this browser, newest first, with what the bank has told of their consents. */
export function renderHistoryPage(runs: readonly Run[], events: readonly Notification[]): string {
  return renderPage({
    title: "History",
    here: "history",
    narrow: true,
    children: (
      <>
        <h1>Runs in this browser</h1>
        {runs.length === 0 && (
          <p>
            None yet. <a href="/">Start one</a>: it takes a minute, and every step of it will be kept here for a day.
          </p>
        )}
        <ol className="stack" aria-label="Runs">
          {runs.map((run) => (
            <HistoryItem key={run.id} run={run} events={eventsOf(run, events)} />
          ))}
        </ol>
      </>
    ),
  });
}

function HistoryItem({ run, events }: { readonly run: Run; readonly events: readonly Notification[] }) {
  const { word, tone } = summarise(run, events);
  const { name, brief } = kindOf(run.order);
  const what = [name, brief(run.order).amount].filter(Boolean).join(", ");
  return (
    <li className="card">
      <div className="row">
        <a href={`/runs/${run.id}`}>
          {what} for {tppOf(run.order).name}, {run.startedAt.slice(0, 19).replace("T", " ")} UTC
        </a>
        <span className={`status ${tone}`}>{word}</span>
      </div>
      <p className="quiet">
        {run.order.apiVersion} · consent {run.consentId ?? "never created"}
      </p>
    </li>
  );
}
