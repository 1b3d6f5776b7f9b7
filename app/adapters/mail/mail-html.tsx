import { renderToStaticMarkup } from "react-dom/server";
import { directionOf } from "~/domain/shared/direction";
import type { MailText } from "~/ports/mail";

/**
 * The same words for programs that show HTML: no image, no link, nothing to load, and any text in it is escaped. Styles
 * stand in the elements because many such programs drop all others; colours are left to the reader's own scheme.
 */
export function mailHtml({ locale, subject, paragraphs }: MailText): string {
  return `<!doctype html>${renderToStaticMarkup(
    <html lang={locale} dir={directionOf(locale)}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="color-scheme" content="light dark" />
        <title>{subject}</title>
      </head>
      <body
        style={{ font: "16px/1.5 system-ui, sans-serif", margin: "24px auto", maxWidth: "34em", padding: "0 16px" }}
      >
        <h1 style={{ fontSize: "20px" }}>{subject}</h1>
        {paragraphs.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </body>
    </html>,
  )}`;
}
