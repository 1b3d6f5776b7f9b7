import { renderToStaticMarkup } from "react-dom/server";
import { ProblemMessage, problemOfStatus } from "~/ui/problem-message";
import type { Spoken } from "~/web/document-context";
import { documentLanguage } from "~/web/document-language";

export interface PageShell {
  readonly stylesheets: readonly string[];
}

/** The same page that the error boundary shows, for requests that are refused before Remix sees them. */
export function problemPage(
  status: number,
  { reference, locale, problems }: Spoken & { readonly reference: string },
  shell: PageShell,
  headers: Record<string, string> = {},
): Response {
  const problem = problemOfStatus(status, problems);
  const html = renderToStaticMarkup(
    <html {...documentLanguage(locale)}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{problem.title}</title>
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        {shell.stylesheets.map((href) => (
          <link key={href} rel="stylesheet" href={href} />
        ))}
      </head>
      <body>
        <ProblemMessage problem={problem} words={problems} reference={reference} />
      </body>
    </html>,
  );
  return new Response(`<!DOCTYPE html>${html}`, {
    status,
    headers: { "Content-Type": "text/html; charset=utf-8", "Content-Language": locale, ...headers },
  });
}
