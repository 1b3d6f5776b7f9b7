import { renderPage } from "./layout.tsx";

export interface Problem {
  readonly status: 400 | 403 | 404 | 413 | 500;
  readonly headline: string;
  readonly text: string;
}

export const PROBLEMS = {
  unreadableAnswer: {
    status: 400,
    headline: "This is not an answer from a bank",
    text: "What arrived has no code, no error and no signed response, or has one of them twice. Nothing was used.",
  },
  foreignAnswer: {
    status: 400,
    headline: "This answer belongs to no run of this browser",
    text: "Its state is not one that this browser was given. It may be old, or somebody else's, which is the attack that state prevents. Nothing was used.",
  },
  unknownRun: {
    status: 404,
    headline: "No such run",
    text: "It may be older than a day, or belong to another browser.",
  },
  unknownPage: { status: 404, headline: "No such page", text: "The address is not one of the workbench's." },
  foreignForm: {
    status: 403,
    headline: "This form came from another site",
    text: "The workbench takes its own forms only. Nothing was done.",
  },
  tooLarge: { status: 413, headline: "Too much was sent", text: "The workbench takes forms of up to 64 kB." },
  broken: {
    status: 500,
    headline: "The workbench failed",
    text: "This is a fault of the workbench and not of the bank. Its log has the details.",
  },
} as const satisfies Record<string, Problem>;

export function renderProblemPage({ headline, text }: Problem): string {
  return renderPage({
    title: headline,
    narrow: true,
    children: (
      <section className="card">
        <h1>{headline}</h1>
        <p>{text}</p>
        <div>
          <a className="button primary" href="/">
            Try again
          </a>
        </div>
      </section>
    ),
  });
}
