import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";

export interface PageProps {
  readonly title: string;
  readonly here?: "new" | "history" | "events";
  readonly narrow?: boolean;
  readonly children: ReactNode;
}

/** A whole document. The texts in it come through React and are escaped, whoever wrote them. */
export function renderPage(page: PageProps): string {
  return `<!doctype html>${renderToStaticMarkup(<Page {...page} />)}`;
}

function Page({ title, here, narrow, children }: PageProps) {
  return (
    <html lang="en-GB">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} · TPP workbench`}</title>
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/styles.css" />
      </head>
      <body>
        <a className="skip" href="#main">
          Skip to content
        </a>
        <header className="strip">
          <div>
            <a className="name" href="/">
              TPP workbench
            </a>
            <nav aria-label="Workbench">
              <ul>
                <li>
                  <a href="/" aria-current={here === "new" ? "page" : undefined}>
                    New run
                  </a>
                </li>
                <li>
                  <a href="/runs" aria-current={here === "history" ? "page" : undefined}>
                    History
                  </a>
                </li>
                <li>
                  <a href="/events" aria-current={here === "events" ? "page" : undefined}>
                    Events
                  </a>
                </li>
              </ul>
            </nav>
          </div>
        </header>
        <main id="main" className={narrow ? "narrow" : undefined}>
          {children}
        </main>
        <footer className="quiet">
          Part of the sandbox: invented companies, invented money. Tokens, codes and keys are never shown; each is cut
          to its first six characters and its length.
        </footer>
      </body>
    </html>
  );
}
