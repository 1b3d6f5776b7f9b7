import { renderToStaticMarkup } from "react-dom/server";
import { BANK } from "../../personas.ts";
import { ERROR_PAGE_STYLES } from "./styles.ts";

/** For every page of ours: nothing is kept, framed, run or told to the next site. */
export const PAGE_HEADERS = {
  "cache-control": "no-store",
  "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
};

interface Problem {
  /** The OAuth error code. */
  readonly code: string;
  /** What the bank's staff finds in the log. */
  readonly reference: string;
}

/** A whole HTML document. What the request said is not repeated on it. */
export function errorPage({ code, reference }: Problem): string {
  const page = (
    <html lang="en-GB">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`We could not continue – ${BANK.name}`}</title>
        <style>{ERROR_PAGE_STYLES}</style>
      </head>
      <body>
        <main>
          <p className="bank">{BANK.name}</p>
          <h1>We could not continue</h1>
          <p>The request that brought you here is not valid, has been used already, or has taken too long.</p>
          <p>
            <strong>This step has shared nothing and moved no money.</strong>
          </p>
          <p>To try again, go back to the app or website you came from and start again there.</p>
          <dl>
            <div>
              <dt>Reference</dt>
              <dd>{reference}</dd>
            </div>
            <div>
              <dt>Code</dt>
              <dd>{code}</dd>
            </div>
          </dl>
        </main>
      </body>
    </html>
  );
  return `<!doctype html>${renderToStaticMarkup(page)}`;
}
