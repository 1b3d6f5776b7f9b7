import { Fragment, type ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { BANK } from "../../personas.ts";
import type { Language } from "./languages.ts";
import { ERROR_PAGE_STYLES } from "./styles.ts";

/** For every page of ours: nothing is kept, framed, run or told to the next site. */
export const PAGE_HEADERS = {
  "cache-control": "no-store",
  "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
};

interface Props {
  readonly language: Language;
  /** Without markup; what is in it of others stands isolated. */
  readonly title: string;
  readonly children: ReactNode;
}

/** A whole HTML document. */
export function page({ language, title, children }: Props): string {
  const html = (
    <html lang={language.tag} dir={language.words.direction}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} – ${BANK.name}`}</title>
        <style>{ERROR_PAGE_STYLES}</style>
      </head>
      <body>
        <main>
          <p className="bank">
            <bdi>{BANK.name}</bdi>
          </p>
          {children}
        </main>
      </body>
    </html>
  );
  return `<!doctype html>${renderToStaticMarkup(html)}`;
}

/** A sentence with the app's name in it, which cannot turn what stands around it (Unicode TR 9). */
export function WithApp({ text, app }: { readonly text: string; readonly app: string }) {
  return text.split("{app}").map((part, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one sentence never change their places.
    <Fragment key={at}>
      {at > 0 && <bdi>{app}</bdi>}
      {part}
    </Fragment>
  ));
}

/** The same where there is no markup, in U+2068 and U+2069. */
export const withApp = (text: string, app: string): string => text.split("{app}").join(`\u2068${app}\u2069`);
