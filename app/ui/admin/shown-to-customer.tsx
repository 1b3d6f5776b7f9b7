import { directionOf } from "~/domain/shared/direction";
import type { QuestionView } from "../consent-page-view";
import { Said } from "../own-consent/shown-page";
import type { FactView } from "./fact-view";
import { StaffFacts } from "./staff-facts";
import "./consent-detail.css";

export interface ShownToCustomerView {
  readonly back: string;
  readonly answer: string;
  readonly at: string;
  /** Whether it still comes to the hash that it was kept under. */
  readonly isIntact: boolean;
  readonly facts: readonly FactView[];
  /** To the letter, in its own language. */
  readonly said: QuestionView;
  readonly locale: string;
  readonly chosen: readonly string[];
}

/** Evidence first: whether it is what was kept; then the page as it was drawn. */
export function ShownToCustomer({ view }: { view: ShownToCustomerView }) {
  const { back, answer, at, isIntact, facts, said, locale, chosen } = view;
  return (
    <>
      <p className={`notice ${isIntact ? "good" : "bad"}`}>
        {isIntact
          ? "Drawn again from the record, this page comes to the hash under which it was kept: it is what the customer saw."
          : "This page does not come to the hash under which it was kept. It may have been changed since: tell compliance."}
      </p>
      <p>
        <strong>{answer}</strong> on {at} UTC.
      </p>
      <div className="consent-detail">
        <h2>Proof</h2>
        <StaffFacts facts={facts} />
      </div>
      <article lang={locale} dir={directionOf(locale)} data-shown="page" className="as-shown">
        <Said view={said} chosen={new Set(chosen)} />
      </article>
      <p className="acts">
        <a href={back}>Back to the consent</a>
      </p>
    </>
  );
}
