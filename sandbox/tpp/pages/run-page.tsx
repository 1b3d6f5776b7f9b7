import { BANK } from "../../personas.ts";
import type { Notification } from "../events/notification.ts";
import { kindOf } from "../order/kinds/index.ts";
import { tppOf } from "../order/tpp-of.ts";
import type { Run } from "../runs/run.ts";
import { STEPS, type Step } from "../runs/step.ts";
import { Pairs } from "./exchange-view.tsx";
import { renderPage } from "./layout.tsx";
import { NotificationList } from "./notification-list.tsx";
import { summarise } from "./run-summary.ts";
import { ResultTable, StepView } from "./step-view.tsx";
import { UseForm, type UseFormProps } from "./use-form.tsx";

/**
 * One run: what became of it, what to do next, and every step.
 *
 * @param events what the bank has told of its consent, newest first.
 * @param typed what was typed into its form and could not be used.
 */
export function renderRunPage(
  run: Run,
  events: readonly Notification[] = [],
  typed: Omit<UseFormProps, "run"> = {},
): string {
  const summary = summarise(run, events);
  const tables = latestTables(run.steps);
  return renderPage({
    title: summary.headline,
    children: (
      <>
        <section className="card" aria-labelledby="headline">
          <div className="row">
            <span className={`status ${summary.tone}`}>{summary.word}</span>
            <span className="quiet">
              {kindOf(run.order).name} for {tppOf(run.order).name}
            </span>
          </div>
          <h1 id="headline">{summary.headline}</h1>
          <p>{summary.text}</p>
          {run.refusal && (
            <output aria-label="Error from the bank">
              <Pairs
                fields={[
                  { name: "error", value: run.refusal.error },
                  { name: "error_description", value: run.refusal.description ?? "none given" },
                ]}
              />
            </output>
          )}
          <UseForm run={run} {...typed} />
          <Actions run={run} />
          {run.phase === "ready" && run.secrets.requestStaleAt && (
            <p className="quiet">
              The bank takes this request until {new Date(run.secrets.requestStaleAt).toISOString().slice(11, 19)} UTC.
              Following the link later signs a new one first.
            </p>
          )}
          <Facts run={run} />
        </section>
        {events.length > 0 && (
          <section className="card" aria-labelledby="told">
            <h2 id="told">What the bank told since</h2>
            <NotificationList notifications={events} />
          </section>
        )}
        {tables.length > 0 && (
          <section className="card" aria-labelledby="results">
            <h2 id="results">What the bank answered</h2>
            {tables.map((table) => (
              <ResultTable key={table.caption} table={table} />
            ))}
          </section>
        )}
        <div className="run">
          <nav className="rail stack" aria-label="Steps">
            <ol>
              {run.steps.map((step, index) => (
                <li key={step.at + step.name}>
                  <a href={`#step-${index + 1}`} className={step.outcome === "done" ? undefined : "bad"}>
                    <span>
                      {index + 1} {STEPS[step.name].title}
                    </span>
                  </a>
                </li>
              ))}
            </ol>
          </nav>
          <div className="stack">
            <h2>Every step</h2>
            {run.steps.map((step, index) => (
              <StepView key={step.at + step.name} step={step} number={index + 1} />
            ))}
          </div>
        </div>
      </>
    ),
  });
}

function Actions({ run }: { readonly run: Run }) {
  const at = `/runs/${run.id}`;
  const lasting = run.phase === "authorised" && kindOf(run.order).lasts;
  return (
    <div className="row">
      {run.phase === "ready" && (
        <a className="button primary wide" href={`${at}/bank`}>
          Go to {BANK.name}
        </a>
      )}
      {run.phase === "waiting" && (
        <a className="button" href={`${at}/poll`}>
          Ask for the answer
        </a>
      )}
      {["authorised", "revoked"].includes(run.phase) && <Action to={`${at}/read`}>Call the API again</Action>}
      {lasting && <Action to={`${at}/again`}>Authorise the same consent again</Action>}
      {lasting && (
        <a className="button" href={`/?replaces=${run.id}`}>
          Ask for more in its place
        </a>
      )}
      {lasting && <Action to={`${at}/revoke`}>Delete this consent</Action>}
      {!["ready", "waiting"].includes(run.phase) && <Action to={`${at}/repeat`}>Try again</Action>}
    </div>
  );
}

function Action({ to, children }: { readonly to: string; readonly children: string }) {
  return (
    <form method="post" action={to}>
      <button className="button" type="submit">
        {children}
      </button>
    </form>
  );
}

function Facts({ run }: { readonly run: Run }) {
  const facts = [
    { name: "Consent id", value: run.consentId ?? "none yet" },
    { name: "x-fapi-interaction-id, on every call", value: run.interactionId },
    { name: "UK Read/Write API", value: run.order.apiVersion },
    ...(run.continued?.as === "replacement"
      ? [{ name: "In place of the consent", value: run.continued.consentId }]
      : []),
    { name: "Profile", value: tppOf(run.order).profile === "fapi2" ? "FAPI 2.0" : "FAPI 1.0 Advanced" },
  ];
  return (
    <dl className="facts">
      {facts.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className="id">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The newest table of each kind of step; none from before a call that was refused since. */
function latestTables(steps: readonly Step[]) {
  const latest = new Map<string, Step>();
  for (const step of steps) latest.set(step.name === "accountsAfter" ? "accounts" : step.name, step);
  return [...latest.values()].flatMap((step) => (step.table ? [step.table] : []));
}
