import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { allowedOperations } from "./allow-list.ts";
import { peerCertificate } from "./provider/certificates.ts";

/**
 * One listener out of several, by the longest matching start of the path. Answers `/healthz` itself.
 *
 * @param fallback for everything else.
 */
export function routed(
  prefixes: Readonly<Record<string, RequestListener>>,
  fallback: RequestListener,
): RequestListener {
  const longestFirst = Object.entries(prefixes).sort(([a], [b]) => b.length - a.length);
  return (request: IncomingMessage, response: ServerResponse) => {
    const path = request.url?.split("?", 1)[0] ?? "/";
    if (path === "/healthz") {
      response.writeHead(200, { "content-type": "application/json" }).end('{"status":"ok"}');
      return;
    }
    const [, listener = fallback] = longestFirst.find(([prefix]) => path.startsWith(prefix)) ?? [];
    listener(request, response);
  };
}

/** The same listener at another path: the library knows its endpoints by one path only. */
export const servedAs =
  (path: string, listener: RequestListener): RequestListener =>
  (request, response) => {
    request.url = path;
    listener(request, response);
  };

/** The same listener for the bank's own services alone. */
export const onlyForAllowed =
  (listener: RequestListener): RequestListener =>
  (request, response) => {
    const certificate = peerCertificate(request);
    if (certificate && allowedOperations(certificate)) listener(request, response);
    else answerJson(response, 403, "this certificate may not call the internal API");
  };

function answerJson(response: ServerResponse, status: number, error: string): void {
  response
    .writeHead(status, { "content-type": "application/json" })
    .end(JSON.stringify({ status_code: status, error }));
}
