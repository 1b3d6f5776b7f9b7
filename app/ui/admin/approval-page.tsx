import type { AboutView, ApprovalView } from "./approval-view";
import { StaffFacts } from "./staff-facts";
import "./approvals.css";

/** What one person prepared, whole: nothing else will run. Then what is known now of what it is about. */
export function WhatWillRun({ view, about }: { view: ApprovalView; about: AboutView }) {
  const { consequence, payload, exact, hash } = view;
  return (
    <>
      {about.cautions.map((caution) => (
        <p key={caution} className="notice wait">
          {caution}
        </p>
      ))}
      <section aria-labelledby="what">
        <h2 id="what">{view.heading}</h2>
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
      {about.facts.length > 0 && (
        <section aria-labelledby="about">
          <h2 id="about">{about.heading}</h2>
          <StaffFacts facts={about.facts} />
        </section>
      )}
    </>
  );
}

/** Whoever had to sign in for what they pressed reads that it was not done by that. */
export function SignedInAgain() {
  return (
    <p className="notice wait" role="status">
      You had to sign in again for this. Nothing was done yet: give your answer once more.
    </p>
  );
}
