import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";

/** A whole document. The texts in it come through React and are escaped, whoever wrote them. */
export function renderPage(title: string, children: ReactNode): string {
  return `<!doctype html>${renderToStaticMarkup(
    <html lang="en-GB">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} · Mailbox`}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/styles.css" />
      </head>
      <body>
        <main>{children}</main>
        <footer className="quiet">
          Part of the sandbox: every mail to its customers ends here, and none is passed on. The newest 500 are kept
          until the sandbox stops.
        </footer>
      </body>
    </html>,
  )}`;
}

/** "2027-03-14 18:00:02 UTC". */
export const moment = (iso: string) => `${iso.slice(0, 19).replace("T", " ")} UTC`;
