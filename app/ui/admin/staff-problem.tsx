import { isRouteErrorResponse } from "@remix-run/react";
import { paths } from "~/paths";
import { shortReference } from "~/ui/short-reference";
import { PlainStaffPage } from "./plain-staff-page";

interface Problem {
  readonly title: string;
  readonly text: string;
  /** Where more about it stands. */
  readonly more?: { readonly href: string; readonly label: string };
}

const FAULT: Problem = {
  title: "Something went wrong here",
  text: "Nothing was changed unless the page before said so. Try again; if it stays, tell operations the reference.",
};

const BY_STATUS: Readonly<Record<number, Problem>> = {
  400: { title: "That address is not one of ours", text: "A part of it cannot be read. Go back and choose again." },
  403: {
    title: "Your role does not let you do this",
    text: "That you asked is on record. Each role is listed with what it may do.",
    more: { href: paths.adminRoles, label: "Who may do what" },
  },
  404: { title: "There is no such page", text: "It may have been moved, or what it was about is not there." },
  409: { title: "That has changed meanwhile", text: "Look at it again before you go on." },
  503: {
    title: "We cannot reach our own record",
    text: "Nothing was changed. Consents and the answers of customers are safe. Try again in a minute.",
  },
};

/** What the browser calls such a page. */
export const titleOfProblem = (error: unknown): string => wordsOf(error).title;

const wordsOf = (error: unknown): Problem => (isRouteErrorResponse(error) && BY_STATUS[error.status]) || FAULT;

/** What went wrong instead of a page. Nothing of the error itself is shown: it may hold personal data. */
export function StaffProblem({ error, reference }: { error: unknown; reference?: string | undefined }) {
  const { title, text, more } = wordsOf(error);
  return (
    <PlainStaffPage title={title}>
      <p>{text}</p>
      {reference && (
        <p>
          Reference <code>{shortReference(reference)}</code>
        </p>
      )}
      <p className="acts">
        <a className="act" href={paths.admin}>
          Go to the home page
        </a>
        {more && <a href={more.href}>{more.label}</a>}
      </p>
    </PlainStaffPage>
  );
}
