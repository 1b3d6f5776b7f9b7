import type { ReactNode } from "react";

/**
 * The one `h1`. It takes the focus when the page opens, so that a screen reader starts with the question and not with
 * the bank's strip (consent-page.md, block 2); unless a message has to be heard first.
 */
export function PageTitle({
  children,
  focus,
  className = "title",
}: {
  children: ReactNode;
  focus: boolean;
  className?: string;
}) {
  return (
    <h1
      id="request"
      tabIndex={-1}
      // biome-ignore lint/a11y/noAutofocus: the heading is where the page starts, and nothing comes before it to skip
      autoFocus={focus}
      className={className}
    >
      {children}
    </h1>
  );
}
