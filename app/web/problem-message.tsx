import { isRouteErrorResponse } from "@remix-run/react";

export interface Problem {
  readonly title: string;
  readonly text: string;
  readonly whatToDo: string;
}

const START_AGAIN = "Go back to the app that sent you here and start again.";

/** "Not there" and "not yours" are one answer, so that nobody learns from it what exists. */
const NOT_FOUND: Problem = {
  title: "There is nothing to show here",
  text: "The address may be incomplete, or what it led to is no longer there. Nothing was shared.",
  whatToDo: "If an app sent you here, go back to it and start again.",
};

const UNREADABLE: Problem = {
  title: "This page cannot take that request",
  text: "What arrived was not in a form that we accept. Nothing was changed and nothing was shared.",
  whatToDo: START_AGAIN,
};

const BY_STATUS: Readonly<Record<number, Problem>> = {
  403: {
    title: "This request did not come from our own page",
    text: "To protect you, we did not act on it. Nothing was changed and nothing was shared.",
    whatToDo: START_AGAIN,
  },
  404: NOT_FOUND,
  503: {
    title: "This service is not available right now",
    text: "Nothing was changed and nothing was shared.",
    whatToDo: "Try again in a few minutes.",
  },
};

const FAULT: Problem = {
  title: "Something went wrong on our side",
  text: "We could not finish this. If you had just made a choice, it may not have been saved.",
  whatToDo: "Go back to the app that sent you here to see where things are, or start again there.",
};

/** The public words for an HTTP status. Statuses without words of their own share those of their class. */
export function problemOfStatus(status: number): Problem {
  return BY_STATUS[status] ?? (status >= 400 && status < 500 ? UNREADABLE : FAULT);
}

/** The public words for whatever a route threw. Nothing of the error itself is shown: it may hold personal data. */
export function problemOf(error: unknown): Problem {
  return isRouteErrorResponse(error) ? problemOfStatus(error.status) : FAULT;
}

/**
 * One problem: what happened, whether anything was shared, what to do, one reference. The heading can take the focus, so
 * that a script or a fragment can move a screen reader to it.
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
            If you contact us, quote <code className="reference">{reference}</code>
          </p>
        )}
      </div>
    </main>
  );
}
