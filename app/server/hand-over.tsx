import { renderToStaticMarkup } from "react-dom/server";
import { documentLanguage } from "~/web/document-language";
import type { PageShell } from "./problem-page";

/**
 * A form post must not be redirected to another origin: Chromium checks every hop of the chain against the page's
 * `form-action` (CSP Level 3, section 6.4.1), and the last hop is the TPP's redirect address, which no policy of ours can
 * name. So the redirect becomes a page that leaves by itself, without script: a plain navigation, which the policy does
 * not govern. Redirects within our own origin, and of anything but a document's post, stay what they are.
 *
 * @param answer to a document request; returned as it is unless it is such a redirect.
 */
export function handOver(request: Request, answer: Response, shell: PageShell): Response {
  const location = answer.headers.get("Location");
  if (request.method !== "POST" || location === null || answer.status < 300 || answer.status > 399) return answer;
  const { origin, pathname } = new URL(request.url);
  if (pathname.endsWith(".data") || !URL.canParse(location, origin)) return answer;
  const target = new URL(location, origin);
  if (target.origin === origin || !/^https?:$/.test(target.protocol)) return answer;

  const headers = new Headers(answer.headers);
  headers.delete("Location");
  headers.set("Refresh", `0; url=${target.href}`);
  headers.set("Content-Type", "text/html; charset=utf-8");
  const html = renderToStaticMarkup(
    <html {...documentLanguage()}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Taking you back</title>
        {shell.stylesheets.map((href) => (
          <link key={href} rel="stylesheet" href={href} />
        ))}
      </head>
      <body>
        <main className="page">
          <h1>Taking you back to the app</h1>
          <p>
            If nothing happens, <a href={target.href}>continue here</a>.
          </p>
        </main>
      </body>
    </html>,
  );
  return new Response(`<!DOCTYPE html>${html}`, { status: 200, headers });
}
