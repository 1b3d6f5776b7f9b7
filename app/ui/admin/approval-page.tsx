import type { ApprovalView, Fact, StateWord } from "./approval-view";
import "./approvals.css";

export function State({ word, tone }: StateWord) {
  return <span className={`status ${tone}`}>{word}</span>;
}

export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="facts">
      {facts.map((fact) => (
        <div key={fact.label} className="contents">
          <dt>{fact.label}</dt>
          <dd>
            <FactValue {...fact} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function FactValue({ value, is, href }: Fact) {
  const shown = is === "code" ? <code>{value}</code> : is === "text" ? <bdi>{value}</bdi> : value;
  return href === undefined ? shown : <a href={href}>{shown}</a>;
}

/** What one person prepared, whole: nothing else will run. */
export function WhatWillRun({ view }: { view: ApprovalView }) {
  const { consequence, payload, exact, hash } = view;
  return (
    <section>
      <h2>What will run</h2>
      <p>{consequence}</p>
      <div className="approval-payload">
        <Facts facts={payload} />
      </div>
      <details className="approval-exact">
        <summary>Letter by letter, and its hash</summary>
        <p>
          <code>{exact}</code>
        </p>
        <p>
          SHA-256 <code>{hash}</code>
        </p>
      </details>
    </section>
  );
}
