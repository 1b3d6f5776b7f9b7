import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { BANK } from "../../personas.ts";
import { STYLES } from "./styles.ts";

/** As the app draws it: the mark on the bank's own colour. */
const FAVICON = `data:image/svg+xml,${encodeURIComponent(
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-4 -4 36 36"><rect x="-4" y="-4" width="36" height="36" rx="8" fill="${BANK.light.accent}"/><path fill="${BANK.light.mark}" fill-rule="evenodd" d="${BANK.mark}"/></svg>`,
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
              <path d={BANK.mark} fillRule="evenodd" />
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
