import { STEPS, type Step, type StepOutcome, type Table } from "../runs/step.ts";
import { Code, ExchangeView, Pairs } from "./exchange-view.tsx";

const OUTCOMES: Record<StepOutcome, { word: string; tone: "good" | "bad" }> = {
  done: { word: "Done", tone: "good" },
  refused: { word: "Refused", tone: "bad" },
  failed: { word: "Stopped", tone: "bad" },
};

/** One step with all that it said, heard and checked. */
export function StepView({ step, number }: { readonly step: Step; readonly number: number }) {
  const { title, why, clause } = STEPS[step.name];
  const { word, tone } = OUTCOMES[step.outcome];
  const label = `Step ${number}, ${title}`;
  return (
    <section className="card step" id={`step-${number}`} aria-labelledby={`step-${number}-title`}>
      <header>
        <div className="row">
          <h3 id={`step-${number}-title`}>
            <span className="number">{number}</span>
            {title}
          </h3>
          <span className={`status ${tone}`}>{word}</span>
        </div>
        <p className="quiet">
          {why} {clause}.
        </p>
      </header>
      {step.problem && <p className="error">{step.problem}</p>}
      <Pairs fields={step.parameters} />
      {step.checks.length > 0 && (
        <ul className="checks" aria-label={`${label}: checks`}>
          {step.checks.map((check) => (
            <li key={check.name} className={check.passed ? undefined : "bad"}>
              <span>
                {check.name}: {check.passed ? "yes" : "no"} <span className="quiet">({check.clause})</span>
              </span>
            </li>
          ))}
        </ul>
      )}
      {step.documents.map((document) => (
        <div className="side" key={document.name}>
          <h4>
            <code>{document.name}</code>, decoded
          </h4>
          {document.header && (
            <Code text={JSON.stringify(document.header, undefined, 2)} label={`${label}: ${document.name} header`} />
          )}
          <Code text={JSON.stringify(document.claims, undefined, 2)} label={`${label}: ${document.name} claims`} />
        </div>
      ))}
      {step.exchanges.map((exchange, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a static list, rendered once
        <ExchangeView key={index} exchange={exchange} label={`${label}, exchange ${index + 1}`} />
      ))}
    </section>
  );
}

/** What an API answered, as a table a person reads. */
export function ResultTable({ table }: { readonly table: Table }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a scrolling box around a table needs a name and a tab stop
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without it the keyboard cannot scroll
    <div className="scroll" role="region" aria-label={`${table.caption}, table`} tabIndex={0}>
      <table>
        <caption>{table.caption}</caption>
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a static list, rendered once
            <tr key={index}>
              {row.map((cell, column) => (
                <td key={table.columns[column]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {table.rows.length === 0 && <p className="quiet">The bank answered with an empty list.</p>}
    </div>
  );
}
