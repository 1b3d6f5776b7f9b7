import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { BANK } from "../../personas.ts";
import { STYLES } from "./styles.ts";

/** The bank's mark: a star over a horizon. */
const MARK =
  "M12 2.5c.5 3.9 1.6 5 5.5 5.5-3.9.5-5 1.6-5.5 5.5-.5-3.9-1.6-5-5.5-5.5 3.9-.5 5-1.6 5.5-5.5ZM3 18.25c5.6-2.7 12.4-2.7 18 0";
const FAVICON = `data:image/svg+xml,${encodeURIComponent(
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="#0b6b62" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"><path d="${MARK}"/></svg>`,
)}`;

/** A whole document. `failed` puts "Error" first in the title, which is what a screen reader says first. */
export function page(title: string, content: ReactNode, { failed = false } = {}): string {
  const html = renderToStaticMarkup(
    <html lang="en-GB">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>{`${failed ? "Error: " : ""}${title} – ${BANK.name}`}</title>
        <link rel="icon" href={FAVICON} />
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own constant; its hash is in the CSP. */}
        <style dangerouslySetInnerHTML={{ __html: STYLES }} />
      </head>
      <body>
        <header>
          <p className="bank">
            <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
              <path d={MARK} />
            </svg>
            {BANK.name}
          </p>
        </header>
        <main>{content}</main>
      </body>
    </html>,
  );
  return `<!doctype html>${html}`;
}
