import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from "node:http";

const METHODS = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);

/**
 * What proxies say of the browser's request, and anybody else may. We know our origin and need no address of the client;
 * dropped, because libraries read them all the same: Remix takes X-Forwarded-Host for the host.
 */
const FORWARDED = ["forwarded", "x-forwarded-for", "x-forwarded-host", "x-forwarded-port", "x-forwarded-proto"];

/** One for all requests: without a reason each abort makes an error of its own, with the stack that led to it. */
const GONE = new DOMException("The connection closed", "AbortError");

/**
 * The URL of a request, always on our public origin: the Host header is the client's word.
 *
 * @returns an HTTP status when the request line is not one that we serve.
 */
export function readTarget(incoming: IncomingMessage, publicOrigin: string): URL | 400 | 405 {
  if (!METHODS.has(incoming.method ?? "")) return 405;
  const target = incoming.url ?? "";
  // Absolute-form targets (RFC 9112, section 3.2.2) are for proxies; read as a path they would change the origin.
  if (!target.startsWith("/") || !URL.canParse(publicOrigin + target)) return 400;
  return new URL(publicOrigin + target);
}

/**
 * The body, whole. Read before the app runs, so that a slow sender holds a socket (for which Node's requestTimeout is
 * the limit) and nothing else.
 *
 * @param limit in bytes.
 * @returns an HTTP status when it is too large.
 */
export async function readBody(
  incoming: IncomingMessage,
  limit: number,
): Promise<Uint8Array<ArrayBuffer> | undefined | 413> {
  if (incoming.method === "GET" || incoming.method === "HEAD") return undefined;
  if (Number(incoming.headers["content-length"] ?? 0) > limit) return 413;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) return 413;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The request as Remix takes it. Its signal aborts when `outgoing` closes, for whatever reason. */
export function toRequest(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  url: URL,
  body: Uint8Array<ArrayBuffer> | undefined,
): Request {
  // Also after a normal end: Remix frees what it keeps for a request only when its signal aborts.
  const gone = new AbortController();
  outgoing.on("close", () => gone.abort(GONE));
  return new Request(url, {
    method: incoming.method ?? "GET",
    headers: toHeaders(incoming.headers, url),
    body: body === undefined || body.length === 0 ? null : body,
    signal: gone.signal,
  });
}

function toHeaders(incoming: IncomingHttpHeaders, url: URL): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming)) {
    if (value === undefined || FORWARDED.includes(name)) continue;
    for (const each of Array.isArray(value) ? value : [value]) headers.append(name, each);
  }
  headers.set("host", url.host);
  return headers;
}
