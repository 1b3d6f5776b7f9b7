import { Icon } from "./icon";
import { Sentence } from "./sentence";

interface ErrorSummaryProps {
  readonly problem: { readonly title: string; readonly message: string; readonly href: string };
}

/** What is wrong, with a link to where it is put right (WCAG 3.3.1). Focused, because without script nothing else is heard. */
export function ErrorSummary({ problem }: ErrorSummaryProps) {
  return (
    <div
      role="alert"
      tabIndex={-1}
      // biome-ignore lint/a11y/noAutofocus: the page was sent back because of this message
      autoFocus
      className="mb-8 flex gap-3 rounded border-2 border-problem-line bg-problem-tint p-4 text-problem"
    >
      <Icon of="triangle-alert" />
      <div>
        <h2 className="font-semibold">{problem.title}</h2>
        <a href={problem.href} className="inline-block py-1 underline underline-offset-4">
          <Sentence>{problem.message}</Sentence>
        </a>
      </div>
    </div>
  );
}
