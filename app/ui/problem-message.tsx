import { isRouteErrorResponse } from "@remix-run/react";
import type { Words } from "~/i18n/words";
import { PlainPage } from "./plain-page";
import { shortReference } from "./short-reference";

type ProblemWords = Words["pages"]["problem"];

export interface Problem {
  readonly title: string;
  readonly text: string;
  readonly whatToDo: string;
}

const BY_STATUS: Readonly<Record<number, "foreign" | "notFound" | "tooLarge" | "unavailable">> = {
  403: "foreign",
  404: "notFound",
  413: "tooLarge",
  503: "unavailable",
};

/** The public words for an HTTP status. Statuses without words of their own share those of their class. */
export function problemOfStatus(status: number, words: ProblemWords): Problem {
  return words[BY_STATUS[status] ?? (status >= 400 && status < 500 ? "unreadable" : "fault")];
}

/** The public words for whatever a route threw. Nothing of the error itself is shown: it may hold personal data. */
export function problemOf(error: unknown, words: ProblemWords): Problem {
  return isRouteErrorResponse(error) ? problemOfStatus(error.status, words) : words.fault;
}

/**
 * One problem: what happened, whether anything was shared, what to do, one reference. The heading can take the focus, so
 * that a script or a fragment can move a screen reader to it.
 *
 * @param reference a correlation id.
 */
export function ProblemMessage({
  problem,
  words,
  reference,
}: {
  problem: Problem;
  words: Pick<ProblemWords, "reference" | "referenceHint">;
  reference?: string | undefined;
}) {
  return (
    <PlainPage>
      <div role="alert">
        <h1 id="problem" tabIndex={-1}>
          {problem.title}
        </h1>
        <p>{problem.text}</p>
        <p>{problem.whatToDo}</p>
        {reference && (
          <p>
            {words.reference}{" "}
            <strong className="figures">
              <bdi>{shortReference(reference)}</bdi>
            </strong>
            . {words.referenceHint}
          </p>
        )}
      </div>
    </PlainPage>
  );
}
