import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { BANK } from "../../personas.ts";
import { STYLES } from "./styles.ts";

/** The bank's mark, as on its other pages: the saw-tooth roof that lets light in from the north. */
const MARK = "M2 23V6.5l11 7v-7l13 8.3V23z";
const FAVICON = `data:image/svg+xml,${encodeURIComponent(
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 28 28" fill="#0f3b36"><path d="${MARK}"/></svg>`,
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
            <svg viewBox="0 0 28 28" aria-hidden="true" focusable="false">
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
