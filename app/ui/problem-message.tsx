import { isRouteErrorResponse } from "@remix-run/react";
import { enGB } from "~/i18n/en-GB/index";
import { shortReference } from "./short-reference";

const words = enGB.pages.problem;

export interface Problem {
  readonly title: string;
  readonly text: string;
  readonly whatToDo: string;
}

const BY_STATUS: Readonly<Record<number, Problem>> = {
  403: words.foreign,
  404: words.notFound,
  413: words.tooLarge,
  503: words.unavailable,
};

/** The public words for an HTTP status. Statuses without words of their own share those of their class. */
export function problemOfStatus(status: number): Problem {
  return BY_STATUS[status] ?? (status >= 400 && status < 500 ? words.unreadable : words.fault);
}

/** The public words for whatever a route threw. Nothing of the error itself is shown: it may hold personal data. */
export function problemOf(error: unknown): Problem {
  return isRouteErrorResponse(error) ? problemOfStatus(error.status) : words.fault;
}

/**
 * One problem: what happened, whether anything was shared, what to do, one reference. The heading can take the focus, so
 * that a script or a fragment can move a screen reader to it.
 *
 * @param reference a correlation id.
 */
export function ProblemMessage({ problem, reference }: { problem: Problem; reference?: string | undefined }) {
  return (
    <main className="page">
      <div role="alert">
        <h1 id="problem" tabIndex={-1}>
          {problem.title}
        </h1>
        <p>{problem.text}</p>
        <p>{problem.whatToDo}</p>
        {reference && (
          <p>
            {words.reference} <strong className="figures">{shortReference(reference)}</strong>. {words.referenceHint}
          </p>
        )}
      </div>
    </main>
  );
}
