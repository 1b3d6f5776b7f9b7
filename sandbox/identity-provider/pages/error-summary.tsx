import type { ReactNode } from "react";

interface ErrorSummaryProps {
  readonly title: string;
  readonly children?: ReactNode;
}

/** What went wrong, at the top and focused on arrival, with links to the fields (WCAG 2.2, 3.3.1). */
export function ErrorSummary({ title, children }: ErrorSummaryProps) {
  return (
    // biome-ignore lint/a11y/noAutofocus: the page was sent because of this error; without script it is how it is read first.
    <section className="error-summary" role="alert" aria-labelledby="error-title" tabIndex={-1} autoFocus>
      <h2 id="error-title">{title}</h2>
      {children}
    </section>
  );
}
