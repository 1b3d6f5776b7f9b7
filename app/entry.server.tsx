import { PassThrough } from "node:stream";
import {
  type AppLoadContext,
  createReadableStreamFromReadable,
  type EntryContext,
  type HandleErrorFunction,
} from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import type { ReactNode } from "react";
import { renderToPipeableStream, renderToStaticMarkup } from "react-dom/server";
import { correlationId } from "~/web/correlation.server";
import { DocumentContext } from "~/web/document-context";
import { spokenTo } from "~/web/language.server";
import { log } from "~/web/log.server";
import { hasOwnScript, isScriptFree } from "~/web/script-free";
import "~/web/load-context";

/** What the HTTP server needs of the app: its modules live in this build, and must not exist a second time outside it. */
export { alertsRaised } from "~/web/alerts.server";
export { newTrace, withTrace } from "~/web/correlation.server";
export { log } from "~/web/log.server";
export { readsCounted } from "~/web/read-count.server";
export { closeServices, readiness, startJobs } from "~/web/services.server";

/** How long deferred data may take before the browser gets an error for it, in milliseconds. */
export const streamTimeout = 5_000;

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  page: AppLoadContext,
): Promise<Response> | Response {
  headers.set("Content-Type", "text/html; charset=utf-8");
  const handles = remix.staticHandlerContext.matches.map((match) => match.route.handle);
  const scriptFree = isScriptFree(handles);
  page.scripts = !scriptFree || hasOwnScript(handles);
  const spoken = spokenTo(request);
  headers.set("Content-Language", spoken.locale);
  const document = (
    <DocumentContext.Provider value={{ nonce: page.nonce, reference: correlationId() ?? "", ...spoken }}>
      <RemixServer context={remix} url={request.url} nonce={page.nonce} />
    </DocumentContext.Provider>
  );
  if (scriptFree) {
    page.html = `<!DOCTYPE html>${renderToStaticMarkup(document)}`;
    return new Response(null, { status, headers });
  }
  return stream(document, request, { status, headers }, page.nonce);
}

/** Pages that hydrate must be streamed: rendering to a string drops the hydration data under Single Fetch. */
function stream(document: ReactNode, request: Request, init: ResponseInit, nonce: string): Promise<Response> {
  return new Promise((resolve, reject) => {
    let shellSent = false;
    const { pipe, abort } = renderToPipeableStream(document, {
      nonce,
      onShellReady() {
        shellSent = true;
        const body = new PassThrough();
        body.on("close", () => clearTimeout(timer));
        resolve(new Response(createReadableStreamFromReadable(body), init));
        pipe(body);
      },
      onShellError: reject,
      onError(error) {
        // Errors before the shell reach `handleError` through the rejection; a reader who left is no error.
        if (shellSent && !request.signal.aborted) log().error({ err: error }, "rendering failed after the shell");
      },
    });
    const timer = setTimeout(abort, streamTimeout + 1_000);
    request.signal.addEventListener("abort", () => abort());
  });
}

/** Anybody can ask for what we do not serve, which is no fault of ours: only faults may be loud. */
export const handleError: HandleErrorFunction = (error, { request }) => {
  if (request.signal.aborted) return;
  const refusal = isRouteErrorResponse(error) || error instanceof Response ? error : undefined;
  const facts = { method: request.method, status: refusal?.status ?? 500 };
  if (facts.status < 500) log().debug(facts, "a route refused");
  else log().error({ err: error, ...facts }, "a route failed");
};
