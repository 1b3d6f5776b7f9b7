import { env } from "~/env.server";

/** RFC 9110, section 9.2.1, as far as we serve them. */
export const SAFE_METHODS: ReadonlySet<string> = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Whether a request that changes something comes from our own pages. Scheme, host and port must all agree: a sibling
 * port on the same host shares our cookies (RFC 6265, section 8.5).
 *
 * `Origin: null` is what browsers send for a form on a page that keeps its referrer to itself; Sec-Fetch-Site, which no
 * script can set, then decides. With neither header there is no proof, hence no.
 */
export function isSameOrigin(request: Request, publicOrigin: string): boolean {
  if (SAFE_METHODS.has(request.method)) return true;
  const site = request.headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin") return false;
  const origin = request.headers.get("origin");
  return origin === null || origin === "null" ? site === "same-origin" : origin === publicOrigin;
}

/** Where other machines call. No such route reads a cookie: each asks for a token or a signature of its own. */
export const isMachineRoute = (pathname: string): boolean => pathname.startsWith("/api/");

/** The check for those: a browser adds Origin to whatever changes something (Fetch, section 3.1), a machine does not. */
export function isFromMachine({ method, headers }: Request): boolean {
  return SAFE_METHODS.has(method) || !(headers.has("origin") || headers.has("sec-fetch-site"));
}

/**
 * The same check for an action, should it ever be reached by another way than our own server.
 *
 * @throws Response 403, which the error boundary words.
 */
export function requireSameOrigin(request: Request): void {
  if (!isSameOrigin(request, env().PUBLIC_ORIGIN)) throw new Response(null, { status: 403 });
}
