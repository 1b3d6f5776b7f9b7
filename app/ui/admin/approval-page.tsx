import type { ApprovalView } from "./approval-view";
import { StaffFacts } from "./staff-facts";
import "./approvals.css";

/** What one person prepared, whole: nothing else will run. */
export function WhatWillRun({ view }: { view: ApprovalView }) {
  const { consequence, payload, exact, hash } = view;
  return (
    <section>
      <h2>What will run</h2>
      <p>{consequence}</p>
      <div className="approval-payload">
        <StaffFacts facts={payload} />
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
